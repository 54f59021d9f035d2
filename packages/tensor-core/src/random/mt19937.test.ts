import { expect, it } from 'vitest';
import { Mersenne } from './mt19937.js';

it('gives the reference words', () => {
  const twister = new Mersenne();
  const words = Array.from({ length: 10000 }, () => twister.next32());
  expect(words.slice(0, 5)).toEqual([3499211612, 581869302, 3890346734, 3586334585, 545404204]);
  // The C++ standard names the 10000th word of the default seed.
  expect(words[9999]).toBe(4123659995);
});

it('gives the reference words of a list of seeds', () => {
  const twister = new Mersenne();
  // The first words of mt19937ar.out, the output published with the algorithm.
  twister.seedByArray([0x123, 0x234, 0x345, 0x456]);
  expect(Array.from({ length: 5 }, () => twister.next32())).toEqual([
    1067595299, 955945823, 477289528, 4107218783, 4228976476,
  ]);
});

it('refuses a damaged state and keeps its own', () => {
  const twister = new Mersenne(4);
  const good = twister.getState();
  for (const [state, message] of [
    [{ ...good, key: good.key.slice(1) }, '624 whole numbers'],
    [{ ...good, key: [...good.key.slice(1), -1] }, '624 whole numbers'],
    [{ ...good, key: [...good.key.slice(1), 0.5] }, '624 whole numbers'],
    [{ ...good, position: 625 }, 'from 0 to 624, got 625'],
    [{ ...good, position: -1 }, 'from 0 to 624, got -1'],
  ] as const) {
    expect(() => twister.setState(state)).toThrow(message);
  }
  expect(twister.getState()).toEqual(good);
});

it('gives many words as it gives them one by one', () => {
  const [one, many] = [new Mersenne(3), new Mersenne(3)];
  for (const count of [0, 1, 623, 1, 2000, 7]) {
    const words = new Uint32Array(count);
    many.fill(words);
    expect([...words]).toEqual(Array.from({ length: count }, () => one.next32()));
  }
  expect(many.getState()).toEqual(one.getState());
});

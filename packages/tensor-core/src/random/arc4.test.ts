import seedrandom from 'seedrandom';
import { expect, it } from 'vitest';
import { Arc4, type Arc4State } from './arc4.js';

/** The package's own stream; its published types know neither numbers as seeds nor what a state is. */
function theirStream(seed: number | string, state: Arc4State | true = true): (() => number) & { state(): Arc4State } {
  return seedrandom(seed as string, { state: state as true }) as unknown as ReturnType<typeof theirStream>;
}

const long = 'Seeds may be longer than the 256 bytes of the key, which then takes them in turn. '.repeat(9);
const numbers = [0, -0, 1, -1, 42, 1.5, 1e300, Number.MAX_SAFE_INTEGER, Number.NEGATIVE_INFINITY];
const texts = ['', '0', '42', 'a string', '\0', 'ünïcödé ⚄', '🎲', long];

it.each([...numbers, ...texts])('is the package: %s', (seed) => {
  const theirs = theirStream(seed);
  const ours = Arc4.from(seed);
  expect(ours.state()).toEqual(theirs.state());
  for (let i = 0; i < 100; i++) expect(ours.next53()).toBe(theirs());
  expect(ours.state()).toEqual(theirs.state());
});

it('is the package for many seeds', () => {
  for (let seed = 0; seed < 2000; seed++) {
    for (const own of [seed, `seed ${seed}`]) {
      if (Arc4.from(own).next53() !== theirStream(own)()) expect.fail(`the stream of ${JSON.stringify(own)} differs`);
    }
  }
});

it('gives the upper 24 bits of the same numbers', () => {
  const [whole, upper] = [Arc4.from(7), Arc4.from(7)];
  // Enough for numbers that begin with many zeros, which take eight bytes and more.
  for (let i = 0; i < 100_000; i++) {
    const x = whole.next53();
    if (upper.next24() !== Math.floor(x * 2 ** 24)) expect.fail(`number ${i}, ${x}, has other upper bits`);
  }
  expect(upper.state()).toEqual(whole.state());
});

it('goes on where the first bytes are zeros', () => {
  // No permutation, so no seed leads there, but the package takes it alike.
  const state = { i: 0, j: 0, S: Array.from({ length: 256 }, (_, i) => (i < 12 ? 0 : i)) };
  const theirs = theirStream(0, state);
  const [whole, upper] = [new Arc4(state), new Arc4(state)];
  for (let i = 0; i < 20; i++) {
    const x = theirs();
    expect(whole.next53()).toBe(x);
    expect(upper.next24()).toBe(Math.floor(x * 2 ** 24));
  }
});

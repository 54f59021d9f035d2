import seedrandom from 'seedrandom/seedrandom.js';
import { expect, it } from 'vitest';
import { Arc4 } from './arc4.js';

it('draws the numbers of the package, and their upper 24 bits', () => {
  for (const seed of [0, 1, 'a string']) {
    const theirs = seedrandom(seed, { state: true });
    const [ours, upper] = [new Arc4(theirs.state()), new Arc4(theirs.state())];
    // Enough for numbers that begin with many zeros, which take eight bytes and more.
    for (let i = 0; i < 50_000; i++) {
      const x = theirs();
      if (ours.next53() !== x || upper.next24() !== Math.floor(x * 2 ** 24))
        expect.fail(`number ${i} of ${seed} differs`);
    }
    expect(ours.state()).toEqual(theirs.state());
    expect(upper.state()).toEqual(theirs.state());
  }
});

it('draws on where the first bytes are zeros', () => {
  // A state whose next bytes are zeros: S[0] = S[1] = … = 0 is no permutation, but the package takes it alike.
  const S = Array.from({ length: 256 }, (_, i) => (i < 12 ? 0 : i));
  const theirs = seedrandom(0, { state: { i: 0, j: 0, S } });
  const ours = new Arc4({ i: 0, j: 0, S });
  for (let i = 0; i < 20; i++) expect(ours.next53()).toBe(theirs());
});

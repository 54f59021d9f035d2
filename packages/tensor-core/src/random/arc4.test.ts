import seedrandom from 'seedrandom/seedrandom.js';
import { expect, it } from 'vitest';
import { Arc4 } from './arc4.js';

it('draws the numbers of the package', () => {
  for (const seed of [0, 1, 'a string']) {
    const theirs = seedrandom(seed, { state: true });
    const ours = new Arc4(theirs.state());
    // Enough for numbers that begin with many zeros, which take eight bytes and more.
    for (let i = 0; i < 50_000; i++) {
      if (ours.next53() !== theirs()) expect.fail(`number ${i} of ${seed} differs`);
    }
    expect(ours.state()).toEqual(theirs.state());
  }
});

it('draws on where the first bytes are zeros', () => {
  // A state whose next bytes are zeros: S[0] = S[1] = … = 0 is no permutation, but the package takes it alike.
  const S = Array.from({ length: 256 }, (_, i) => (i < 12 ? 0 : i));
  const theirs = seedrandom(0, { state: { i: 0, j: 0, S } });
  const ours = new Arc4({ i: 0, j: 0, S });
  for (let i = 0; i < 20; i++) expect(ours.next53()).toBe(theirs());
});

it('makes a key of the next 16 bytes', () => {
  // The package makes its 32 bits, `int32()`, of the four bytes that come next, too.
  const theirs = seedrandom('a string', { state: true });
  const ours = new Arc4(theirs.state());
  for (let i = 0; i < 5; i++) {
    const words = Array.from({ length: 4 }, () => theirs.int32());
    expect([...ours.key()]).toEqual(words);
  }
});

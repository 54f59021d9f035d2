import { wrong } from '@internal/arguments';
import { MetricError } from '../errors.js';

/**
 * Whole numbers that follow from a seed, the same on every machine: xoshiro128** of Blackman and Vigna (2018), its state
 * filled by splitmix32.
 */
export class Draws {
  private readonly state: Uint32Array;

  constructor(where: string, seed: number) {
    if (!Number.isInteger(seed)) wrong(MetricError, where, 'seed', 'a whole number', seed);
    let word = (seed % 2 ** 32) | 0;
    this.state = Uint32Array.from({ length: 4 }, () => {
      word = (word + 0x9e3779b9) | 0;
      let mixed = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return (mixed ^ (mixed >>> 15)) >>> 0;
    });
  }

  /** A whole number in [0, n), each as likely. */
  below(n: number): number {
    // What is left of 2^32 after whole multiples of n would favour small numbers.
    const limit = 2 ** 32 - (2 ** 32 % n);
    for (;;) {
      const drawn = this.next();
      if (drawn < limit) return drawn % n;
    }
  }

  /** The positions of n things in a random order (Fisher and Yates). */
  permutation(n: number): Uint32Array {
    const order = Uint32Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  }

  private next(): number {
    const s = this.state;
    const turned = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));
    const result = Math.imul(turned(Math.imul(s[1]!, 5), 7), 9) >>> 0;
    const shifted = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= shifted;
    s[3] = turned(s[3]!, 11);
    return result;
  }
}

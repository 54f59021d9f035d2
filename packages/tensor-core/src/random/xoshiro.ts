/**
 * Words of 32 random bits from a key of four: xoshiro128++ (Blackman and Vigna, 2019), which takes 2 ns a word in plain
 * JavaScript where a byte of ARC4 takes 4. Additions, shifts and exclusive ors of 32 bits are the same in every engine.
 */
export class Xoshiro {
  private readonly state: Int32Array;
  private readonly one = new Int32Array(1);

  /** The key is its state from now on, and must not be all 0. */
  constructor(key: Int32Array) {
    this.state = key;
  }

  /** Overwrites an array with the next words. */
  fill(words: Int32Array): void {
    const { state } = this;
    let [a, b, c, d] = state as unknown as [number, number, number, number];
    for (let i = 0; i < words.length; i++) {
      const sum = (a + d) | 0;
      words[i] = ((sum << 7) | (sum >>> 25)) + a;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
  }

  /** The next word alone. */
  next(): number {
    this.fill(this.one);
    return this.one[0]!;
  }
}

/** A number in [0, 1) with 53 bits, of two words. */
export function unit53(high: number, low: number): number {
  return ((high >>> 5) * 2 ** 26 + (low >>> 6)) * 2 ** -53;
}

import { swap } from './from-uniform.js';

/** Where the ARC4 cipher of `seedrandom` stands. */
export interface Arc4State {
  readonly i: number;
  readonly j: number;
  readonly S: readonly number[];
}

/**
 * The numbers of the npm package `seedrandom` 3.0.5 (David Bau), whose streams these are number for number.
 *
 * The package itself makes several numbers on the heap for each that it draws, asks Node for `crypto` whenever it is
 * loaded, and is no ES module; docs/decisions/tensor-core-dependencies.md has the figures.
 */
export class Arc4 {
  private i: number;
  private j: number;
  private readonly S: Uint8Array;

  /** From a seed: a text's characters are the key, or a number's digits and a zero behind. */
  static from(seed: number | string): Arc4 {
    const text = typeof seed === 'string' ? seed : `${seed}\0`;
    const key: number[] = text === '' ? [0] : [];
    let smear = 0;
    for (let i = 0; i < text.length; i++) {
      smear ^= (key[i & 255] ?? 0) * 19;
      key[i & 255] = (smear + text.charCodeAt(i)) & 255;
    }
    const S = Array.from({ length: 256 }, (_, i) => i);
    for (let i = 0, j = 0; i < 256; i++) {
      j = (j + key[i % key.length]! + S[i]!) & 255;
      swap(S, i, j);
    }
    const cipher = new Arc4({ i: 0, j: 0, S });
    // ARC4's first bytes tell of the key.
    for (let i = 0; i < 256; i++) cipher.byte();
    return cipher;
  }

  constructor({ i, j, S }: Arc4State) {
    this.i = i;
    this.j = j;
    this.S = Uint8Array.from(S);
  }

  state(): Arc4State {
    return { i: this.i, j: this.j, S: Array.from(this.S) };
  }

  /** A number in [0, 1) with 53 bits, of seven bytes or more: until its first bit is set. */
  next53(): number {
    return this.number(this.bits24());
  }

  /** The upper 24 bits of such a number, as a whole number. */
  next24(): number {
    const upper = this.bits24();
    if (upper < 2 ** 20) return Math.floor(this.number(upper) * 2 ** 24);
    this.bits24();
    this.byte();
    return upper;
  }

  private number(upper: number): number {
    let n = upper * 2 ** 24 + this.bits24();
    let below = 2 ** 48;
    let last = 0;
    while (n < 2 ** 52) {
      n = (n + last) * 256;
      below *= 256;
      last = this.byte();
    }
    while (n >= 2 ** 53) {
      n /= 2;
      below /= 2;
      last >>>= 1;
    }
    return (n + last) / below;
  }

  private bits24(): number {
    return (this.byte() << 16) | (this.byte() << 8) | this.byte();
  }

  private byte(): number {
    const { S } = this;
    this.i = (this.i + 1) & 255;
    const a = S[this.i]!;
    this.j = (this.j + a) & 255;
    const b = S[this.j]!;
    S[this.i] = b;
    S[this.j] = a;
    return S[(a + b) & 255]!;
  }
}

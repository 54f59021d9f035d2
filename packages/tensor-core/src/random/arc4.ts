/** Where the ARC4 cipher of `seedrandom` stands. */
export interface Arc4State {
  readonly i: number;
  readonly j: number;
  readonly S: readonly number[];
}

/**
 * The numbers of the package `seedrandom` from a state of its cipher on: the same ones, but without a function and
 * several numbers on the heap for each, which takes half the time where a layer's weights are drawn at the start.
 */
export class Arc4 {
  private i: number;
  private j: number;
  private readonly S: Uint8Array;

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
    let n = this.bits24() * 2 ** 24 + this.bits24();
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

  /** Four words of 32 bits each, of 16 bytes. */
  key(): Int32Array {
    return Int32Array.from({ length: 4 }, () => (this.bits24() << 8) | this.byte());
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

const N = 624;
const M = 397;

/** The words of a Mersenne Twister and how many of them are spent: plain data, so it can be written as JSON. */
export interface MersenneState {
  readonly key: readonly number[];
  readonly position: number;
}

/**
 * MT19937 (Matsumoto and Nishimura, 1998): the stream of 32-bit words under PyTorch's CPU generator and NumPy's
 * RandomState.
 */
export class Mersenne {
  private readonly key = new Uint32Array(N);
  private position = N;

  constructor(seed = 5489) {
    this.seed(seed);
  }

  /** Fills the state from the low 32 bits of one whole number (`init_genrand` in the reference implementation). */
  seed(seed: number): void {
    const key = this.key;
    key[0] = seed;
    for (let i = 1; i < N; i++) {
      const previous = key[i - 1]!;
      key[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
    this.position = N;
  }

  /** Fills the state from several 32-bit words (`init_by_array` in the reference implementation). */
  seedByArray(words: readonly number[]): void {
    this.seed(19650218);
    const key = this.key;
    let i = 1;
    let j = 0;
    const mixed = (factor: number): number => {
      const previous = key[i - 1]!;
      return key[i]! ^ Math.imul(previous ^ (previous >>> 30), factor);
    };
    const advance = (): void => {
      i++;
      if (i >= N) {
        key[0] = key[N - 1]!;
        i = 1;
      }
    };
    for (let k = Math.max(N, words.length); k > 0; k--) {
      key[i] = mixed(1664525) + words[j]! + j;
      advance();
      j = j + 1 < words.length ? j + 1 : 0;
    }
    for (let k = N - 1; k > 0; k--) {
      key[i] = mixed(1566083941) - i;
      advance();
    }
    key[0] = 0x80000000;
  }

  /** The next 32 bits, as a whole number from 0 to 2^32 - 1. */
  next32(): number {
    if (this.position >= N) this.refill();
    return tempered(this.key[this.position++]!) >>> 0;
  }

  /** The next 32-bit words, as many as `out` holds. */
  fill(out: Uint32Array): void {
    for (let at = 0; at < out.length; ) {
      if (this.position >= N) this.refill();
      const { key, position } = this;
      const count = Math.min(N - position, out.length - at);
      for (let i = 0; i < count; i++) out[at + i] = tempered(key[position + i]!);
      this.position += count;
      at += count;
    }
  }

  getState(): MersenneState {
    return { key: Array.from(this.key), position: this.position };
  }

  /** Takes a state back; throws where it is not 624 words of 32 bits and a position from 0 to 624. */
  setState(state: MersenneState): void {
    const { key, position } = state;
    const isWord = (word: unknown): boolean =>
      Number.isInteger(word) && (word as number) >= 0 && (word as number) < 2 ** 32;
    if (!Array.isArray(key) || key.length !== N || !key.every(isWord)) {
      throw new Error(`setState: a Mersenne Twister's key is ${N} whole numbers below 2^32`);
    }
    if (!Number.isInteger(position) || position < 0 || position > N) {
      throw new Error(`setState: a Mersenne Twister's position is a whole number from 0 to ${N}, got ${position}`);
    }
    this.key.set(key);
    this.position = position;
  }

  private refill(): void {
    const key = this.key;
    // In three parts, so that no index has to be looked at.
    for (let i = 0; i < N - M; i++) key[i] = key[i + M]! ^ twisted(key[i]!, key[i + 1]!);
    for (let i = N - M; i < N - 1; i++) key[i] = key[i + M - N]! ^ twisted(key[i]!, key[i + 1]!);
    key[N - 1] = key[M - 1]! ^ twisted(key[N - 1]!, key[0]!);
    this.position = 0;
  }
}

function twisted(high: number, low: number): number {
  const y = (high & 0x80000000) | (low & 0x7fffffff);
  return (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
}

function tempered(word: number): number {
  let y = word;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return y ^ (y >>> 18);
}

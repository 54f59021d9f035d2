import { describe, wrong } from '@internal/arguments';
import { checkBounds, checkCount, checkIntegers, checkNormal, checkState } from './checks.js';
import { ascending, cumulative, swap, upperBound } from './from-uniform.js';
import type { GeneratorState } from './generator.js';
import { Mersenne, type MersenneState } from './mt19937.js';
import { roundedLog } from './rounded.js';

/** Where a `RandomState` stands: what NumPy's `get_state` returns, as an object. */
export interface RandomStateState extends GeneratorState, MersenneState {
  readonly engine: 'numpy';
  readonly seed: number;
  readonly hasGauss: boolean;
  readonly cachedGaussian: number;
}

/** What can be shuffled in place: a plain array, whose elements may be rows, or a typed one. */
export type Shuffleable = unknown[] | Int32Array | Uint32Array | Uint8Array | Float32Array | Float64Array;

/** How `choice` draws. */
export interface ChoiceOptions {
  /** Whether an index may come again; true by default. */
  readonly replace?: boolean;
  /** A probability for each index, together 1; all equal by default. */
  readonly p?: ArrayLike<number>;
}

/**
 * NumPy's legacy generator, `np.random.RandomState`, which scikit-learn draws from: the same seed gives the same stream.
 *
 * Names and the order of arguments are NumPy's; a method called without `n` returns one number. Uniforms, integers,
 * permutations and choices are NumPy's bit for bit; a normal can differ in its last float64 bit about once in a
 * thousand values, where the C library's logarithm is not correctly rounded.
 *
 * @example
 * ```ts
 * import { RandomState } from '@kindling/tensor-core/numpy';
 *
 * const rng = new RandomState(42);
 * console.log(rng.randint(0, 100, 5)); // => Int32Array(5) [ 51, 92, 14, 71, 60 ]
 * console.log(rng.permutation(5)); // => Int32Array(5) [ 3, 0, 1, 2, 4 ]
 * ```
 */
export class RandomState {
  private readonly twister = new Mersenne();
  private startedFrom = 0;
  private gauss: number | null = null;

  /** Throws where the seed is not a whole number from 0 to 2^32 - 1, or a list of them. */
  constructor(seed: number | readonly number[] = 0) {
    this.seed(seed);
  }

  /** Starts the stream again, as `np.random.seed`: from one whole number from 0 to 2^32 - 1, or a list of them. */
  seed(seed: number | readonly number[]): this {
    const words = typeof seed === 'number' ? [seed] : seed;
    if (!Array.isArray(words))
      wrong(Error, 'seed', 'the seed', 'a whole number from 0 to 2^32 - 1, or an array of them', seed);
    if (words.length === 0) throw new Error('seed: the list of seeds is empty');
    for (const word of words) {
      if (!Number.isInteger(word) || word < 0 || word >= 2 ** 32) {
        throw new Error(`seed: the numpy engine takes whole numbers from 0 to 2^32 - 1, got ${word}`);
      }
    }
    this.startedFrom = words[0]!;
    if (typeof seed === 'number') this.twister.seed(seed);
    else this.twister.seedByArray(seed);
    this.gauss = null;
    return this;
  }

  /** The seed the stream started from (the first one of a list). */
  initialSeed(): number {
    return this.startedFrom;
  }

  /** A copy of where the stream stands: `np.random.RandomState.get_state`. */
  getState(): RandomStateState {
    return {
      engine: 'numpy',
      seed: this.startedFrom,
      ...this.twister.getState(),
      hasGauss: this.gauss !== null,
      cachedGaussian: this.gauss ?? 0,
    };
  }

  /** Goes on from where `state` was taken; throws where it comes from another engine or is damaged. */
  setState(state: GeneratorState): this {
    checkState(state, 'numpy');
    const { key, position, hasGauss, cachedGaussian, seed } = state as RandomStateState;
    if (typeof hasGauss !== 'boolean' || typeof cachedGaussian !== 'number') {
      throw new Error('setState: the state of a numpy generator says hasGauss and cachedGaussian');
    }
    this.twister.setState({ key, position });
    this.startedFrom = seed;
    this.gauss = hasGauss ? cachedGaussian : null;
    return this;
  }

  /** Values evenly over [0, 1) with 53 bits. */
  randomSample(): number;
  randomSample(n: number): Float64Array;
  randomSample(n?: number): number | Float64Array {
    return this.draw('randomSample', n, () => this.next53());
  }

  /** The same as `randomSample`. */
  rand(): number;
  rand(n: number): Float64Array;
  rand(n?: number): number | Float64Array {
    return this.draw('rand', n, () => this.next53());
  }

  /** Values evenly over [low, high). */
  uniform(low?: number, high?: number): number;
  uniform(low: number, high: number, n: number): Float64Array;
  uniform(low = 0, high = 1, n?: number): number | Float64Array {
    checkBounds('uniform', low, high);
    return this.draw('uniform', n, () => low + (high - low) * this.next53());
  }

  /** Standard normal values, by the polar method (Marsaglia and Bray, 1964), whose second value is kept for next time. */
  randn(): number;
  randn(n: number): Float64Array;
  randn(n?: number): number | Float64Array {
    return this.draw('randn', n, () => this.nextGauss());
  }

  /** Normal values of mean `loc` and standard deviation `scale`. */
  normal(loc?: number, scale?: number): number;
  normal(loc: number, scale: number, n: number): Float64Array;
  normal(loc = 0, scale = 1, n?: number): number | Float64Array {
    checkNormal('normal', loc, scale);
    return this.draw('normal', n, () => loc + scale * this.nextGauss());
  }

  /**
   * Whole numbers from `low` to `high - 1`, by rejection under a mask; an array holds int32, one number may be anything
   * up to 2^53. Throws where low >= high or the range does not fit.
   */
  randint(low: number, high: number): number;
  randint(low: number, high: number, n: number): Int32Array;
  randint(low: number, high: number, n?: number): number | Int32Array {
    if (n === undefined) {
      if (
        !Number.isSafeInteger(low) ||
        !Number.isSafeInteger(high) ||
        !Number.isSafeInteger(high - low) ||
        low >= high
      ) {
        throw new Error(
          `randint: expects whole numbers low < high within 2^53, got ${describe(low)} and ${describe(high)}`,
        );
      }
      return low + this.interval(high - low - 1);
    }
    checkIntegers('randint', low, high);
    checkCount('randint', n);
    const out = new Int32Array(n);
    for (let i = 0; i < n; i++) out[i] = low + this.interval(high - low - 1);
    return out;
  }

  /** Puts the elements (or rows) of `items` in random order, in place. */
  shuffle(items: Shuffleable): void {
    if (!Array.isArray(items) && !ArrayBuffer.isView(items)) wrong(Error, 'shuffle', 'the items', 'an array', items);
    for (let i = items.length - 1; i > 0; i--) swap(items, i, this.interval(i));
  }

  /** The numbers 0 to `n - 1`, or a copy of `items`, in random order. */
  permutation(n: number): Int32Array;
  permutation<T>(items: readonly T[]): T[];
  permutation<T>(items: number | readonly T[]): Int32Array | T[] {
    if (typeof items === 'number') checkCount('permutation', items);
    else if (!Array.isArray(items)) wrong(Error, 'permutation', 'the items', 'a number of them, or an array', items);
    const out = typeof items === 'number' ? ascending(items) : [...items];
    this.shuffle(out);
    return out;
  }

  /**
   * `n` indices below `size`. Throws where the probabilities are negative or do not add up to 1, and where more indices
   * are asked for without replacement than there are.
   */
  choice(size: number, n: number, options: ChoiceOptions = {}): Int32Array {
    const { replace = true, p } = options;
    checkCount('choice', size);
    checkCount('choice', n);
    if (size === 0 && n > 0) throw new Error('choice: there is nothing to choose from, size is 0');
    if (p !== undefined) checkDistribution(p, size);
    if (replace) {
      if (p === undefined) return n === 0 ? new Int32Array(0) : this.randint(0, size, n);
      const sums = cumulative(p);
      return Int32Array.from(this.randomSample(n), (value) => upperBound(sums, value));
    }
    if (n > size) throw new Error(`choice: cannot take ${n} of ${size} without replacement`);
    if (p === undefined) return this.permutation(size).slice(0, n);
    return this.choiceWithoutReplacement(Float64Array.from(p), n);
  }

  private choiceWithoutReplacement(p: Float64Array, n: number): Int32Array {
    const positive = p.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
    if (positive < n)
      throw new Error(`choice: cannot take ${n} without replacement of ${positive} that are not of probability 0`);
    const found: number[] = [];
    while (found.length < n) {
      // As many draws as are missing; of equal ones the first counts, and what was found cannot come again.
      const values = this.randomSample(n - found.length);
      for (const index of found) p[index] = 0;
      const sums = cumulative(p);
      const fresh = new Set(Array.from(values, (value) => upperBound(sums, value)));
      found.push(...fresh);
    }
    return Int32Array.from(found);
  }

  private draw(where: string, n: number | undefined, next: () => number): number | Float64Array {
    if (n === undefined) return next();
    checkCount(where, n);
    const out = new Float64Array(n);
    for (let i = 0; i < n; i++) out[i] = next();
    return out;
  }

  private next53(): number {
    const high = this.twister.next32() >>> 5;
    const low = this.twister.next32() >>> 6;
    return (high * 2 ** 26 + low) * 2 ** -53;
  }

  private nextGauss(): number {
    if (this.gauss !== null) {
      const value = this.gauss;
      this.gauss = null;
      return value;
    }
    for (;;) {
      const x = 2 * this.next53() - 1;
      const y = 2 * this.next53() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * roundedLog(square)) / square);
      this.gauss = factor * x;
      return factor * y;
    }
  }

  /** A whole number from 0 to `most` (below 2^53): draws under the smallest mask of ones until one is small enough. */
  private interval(most: number): number {
    if (most === 0) return 0;
    const upper = Math.floor(most / 2 ** 32);
    if (upper === 0) {
      const mask = 0xffffffff >>> Math.clz32(most);
      for (;;) {
        const value = (this.twister.next32() & mask) >>> 0;
        if (value <= most) return value;
      }
    }
    const mask = 0xffffffff >>> Math.clz32(upper);
    for (;;) {
      const high = (this.twister.next32() & mask) >>> 0;
      const value = high * 2 ** 32 + this.twister.next32();
      if (value <= most) return value;
    }
  }
}

function checkDistribution(p: ArrayLike<number>, size: number): void {
  if (p.length !== size) throw new Error(`choice: got ${p.length} probabilities for ${size} indices`);
  let total = 0;
  for (let i = 0; i < size; i++) {
    if (!(p[i]! >= 0)) throw new Error(`choice: probabilities must be 0 or more, got ${p[i]} at ${i}`);
    total += p[i]!;
  }
  if (!(Math.abs(total - 1) <= 1.5e-8)) throw new Error(`choice: the probabilities add up to ${total}, not 1`);
}

/** What a generator can be seeded with; each engine says which of these it takes. */
export type Seed = number | bigint | string;

/** A normal distribution cut to [a, b]. */
export interface TruncNormal {
  /** The mean before cutting; 0 by default. */
  readonly mean: number;
  /** The standard deviation before cutting, above 0; 1 by default. */
  readonly std: number;
  /** The smallest value; -2 by default. */
  readonly a: number;
  /** The largest value; 2 by default. */
  readonly b: number;
}

/** The element type of drawn real numbers. */
export type FloatDtype = 'float32' | 'float64';

/** The typed array that holds each element type. */
export interface FloatArrays {
  float32: Float32Array;
  float64: Float64Array;
}

/** Where a stream stands: plain data that survives `JSON.stringify`, cached normal values included. */
export interface GeneratorState {
  /** The engine whose stream it is. */
  readonly engine: string;
  /** The seed it started from; a whole number too large for a JSON number is written as a string of digits. */
  readonly seed: number | string;
  readonly [field: string]: unknown;
}

/**
 * A stream of random numbers. Each bulk method consumes the stream as the engine's origin does in one call that makes
 * `n` values, so mixed calls stay in step with the original program; arrays come back fresh.
 *
 * @example
 * ```ts
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 *
 * const generator = new TorchGenerator(0);
 * console.log([...generator.permutation(5)]); // => [ 4, 0, 1, 3, 2 ]
 * ```
 */
export interface Generator {
  /** Which engine it is: `seedrandom`, `torch`, `numpy`, or another of your own. */
  readonly engine: string;
  /** Starts the stream again from `seed`; throws where the engine cannot take that seed. */
  manualSeed(seed: Seed): this;
  /** The seed the stream started from. */
  initialSeed(): Seed;
  /** A copy of where the stream stands. */
  getState(): GeneratorState;
  /** Goes on from where `state` was taken; throws where it comes from another engine or is damaged. */
  setState(state: GeneratorState): this;
  /** One float64 in [0, 1) with 53 random bits. */
  random(): number;
  /** `n` values evenly over [low, high); by default float32 over [0, 1). PyTorch: `rand`, `uniform_`. */
  uniform<D extends FloatDtype = 'float32'>(n: number, low?: number, high?: number, dtype?: D): FloatArrays[D];
  /** `n` values of a normal distribution; by default float32, mean 0, std 1. PyTorch: `randn`, `normal_`. */
  normal<D extends FloatDtype = 'float32'>(n: number, mean?: number, std?: number, dtype?: D): FloatArrays[D];
  /** `n` whole numbers from `low` to `high - 1`, both inside int32. PyTorch: `randint`. */
  integers(n: number, low: number, high: number): Int32Array;
  /** The numbers 0 to `n - 1` in random order. PyTorch: `randperm`. */
  permutation(n: number): Int32Array;
  /**
   * `n` values 0 or 1, where 1 has probability `p`. A number is PyTorch's `bernoulli_(p)`, which is also how dropout
   * draws its mask (with `1 - p`, and not at all where that is 0 or 1); an array of `n` probabilities is `torch.bernoulli(tensor)` of that dtype.
   */
  bernoulli(n: number, p: number | Float32Array | Float64Array): Uint8Array;
  /**
   * `numSamples` indices into `weights`, each in proportion to its weight. PyTorch: `torch.multinomial`; a plain array
   * counts as float32. Only where the engine has a way of its own to draw them. Throws where a weight is negative or not finite, all are 0, or there are too few of them.
   */
  multinomial?(
    weights: Float32Array | Float64Array | readonly number[],
    numSamples: number,
    replacement?: boolean,
  ): Int32Array;
  /** `n` values of a truncated normal distribution, where the engine has a way of its own to draw them. */
  truncNormal?<D extends FloatDtype>(n: number, distribution: TruncNormal, dtype: D): FloatArrays[D];
  /** A new generator of this engine, whose seed is drawn from this one. PyTorch: what DataLoader makes for its sampler. */
  fork(): Generator;
}

/** A class of generators, made from a seed: `SeedrandomGenerator`, `TorchGenerator`, `NumpyGenerator`. */
export type Engine = new (seed?: Seed) => Generator;

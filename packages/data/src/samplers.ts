import { aGenerator, checkOptions, wrong } from '@internal/arguments';
import { defaultGenerator, type Generator } from '@kindling/tensor-core';
import { drawWeighted } from '@kindling/tensor-core/internal';

/** The order in which a {@link DataLoader} takes samples: every iteration gives the sample numbers of one epoch. */
export interface Sampler extends Iterable<number> {
  /** How many numbers one iteration gives. */
  readonly length: number;
}

/**
 * The numbers from 0 to `length - 1` in order.
 *
 * @example
 * ```ts
 * import { SequentialSampler } from '@kindling/data';
 * console.log([...new SequentialSampler({ length: 3 })]); // => [ 0, 1, 2 ]
 * ```
 */
export class SequentialSampler implements Sampler {
  private readonly source: { readonly length: number };

  constructor(source: { readonly length: number }) {
    checkSource('SequentialSampler', source);
    this.source = source;
  }

  get length(): number {
    return this.source.length;
  }

  *[Symbol.iterator](): Iterator<number> {
    for (let i = 0; i < this.source.length; i++) yield i;
  }
}

/** What a {@link RandomSampler} may be told. */
export interface RandomSamplerOptions {
  /** Draw each number independently, so that it may come again; default false. */
  readonly replacement?: boolean;
  /** How many numbers an iteration gives; default one for each sample. */
  readonly numSamples?: number;
  /** The stream to draw from; by default every iteration seeds a stream of its own from the default generator. */
  readonly generator?: Generator;
}

/**
 * Random order, as `torch.utils.data.RandomSampler`: with engine `torch`, the same seed gives PyTorch's order and
 * leaves the stream where PyTorch does.
 *
 * @throws `Error` when there are no samples, or `numSamples` is not a whole number from 1.
 * @example
 * ```ts
 * import { RandomSampler } from '@kindling/data';
 * import { manualSeed } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * manualSeed(0, { engine: TorchGenerator });
 * console.log([...new RandomSampler({ length: 5 })]); // => [ 1, 3, 4, 2, 0 ]
 * ```
 */
export class RandomSampler implements Sampler {
  private readonly source: { readonly length: number };
  private readonly options: RandomSamplerOptions;

  constructor(source: { readonly length: number }, options: RandomSamplerOptions = {}) {
    checkSource('RandomSampler', source);
    checkOptions(Error, 'RandomSampler', options, {
      replacement: 'boolean',
      numSamples: 'number',
      generator: aGenerator,
    });
    this.source = source;
    this.options = options;
    checkCount('RandomSampler', this.length);
  }

  get length(): number {
    return this.options.numSamples ?? this.source.length;
  }

  *[Symbol.iterator](): Iterator<number> {
    const generator = this.options.generator ?? defaultGenerator().fork();
    const n = this.source.length;
    const count = this.length;
    if (this.options.replacement) {
      // PyTorch draws 32 at a time and then the rest, which decides where the stream stands when a loop breaks off.
      for (let done = 0; done + 32 <= count; done += 32) yield* generator.integers(32, 0, n);
      yield* generator.integers(count % 32, 0, n);
    } else {
      // The last permutation is drawn even where nothing of it is used: PyTorch's next epoch goes on from there.
      for (let done = 0; done + n <= count; done += n) yield* generator.permutation(n);
      yield* generator.permutation(n).subarray(0, count % n);
    }
  }
}

/**
 * Samples in proportion to weights, as `torch.utils.data.WeightedRandomSampler`; for classes of unequal size.
 *
 * @param weights - finite, 0 or more, one a sample; they need not add up to 1.
 * @param numSamples - how many numbers an iteration gives.
 * @param options - `replacement`, default true; `generator`, default the default one.
 * @throws `Error` for weights that cannot be drawn from, when iterated.
 * @example
 * ```ts
 * import { WeightedRandomSampler } from '@kindling/data';
 * console.log([...new WeightedRandomSampler([0, 1, 0], 3)]); // => [ 1, 1, 1 ]
 * ```
 */
export class WeightedRandomSampler implements Sampler {
  readonly length: number;
  private readonly weights: Float64Array;
  private readonly options: { readonly replacement?: boolean; readonly generator?: Generator };

  constructor(
    weights: ArrayLike<number>,
    numSamples: number,
    options: { readonly replacement?: boolean; readonly generator?: Generator } = {},
  ) {
    if (typeof weights !== 'object' || weights === null || !('length' in weights))
      wrong(Error, 'WeightedRandomSampler', 'the weights', 'an array of numbers', weights);
    checkCount('WeightedRandomSampler', numSamples);
    checkOptions(Error, 'WeightedRandomSampler', options, { replacement: 'boolean', generator: aGenerator });
    this.weights = Float64Array.from(weights);
    const bad = this.weights.findIndex(Number.isNaN);
    if (bad >= 0) wrong(Error, 'WeightedRandomSampler', 'the weights', 'an array of numbers', weights[bad]);
    this.length = numSamples;
    this.options = options;
  }

  *[Symbol.iterator](): Iterator<number> {
    const { replacement = true, generator = defaultGenerator() } = this.options;
    yield* drawWeighted(generator, this.weights, this.length, replacement);
  }
}

function checkSource(where: string, source: { readonly length: number }): void {
  if (typeof source !== 'object' || source === null || 'dataSync' in source || typeof source.length !== 'number')
    wrong(Error, where, 'the source', 'a dataset or another object with a length', source);
}

function checkCount(where: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 1) {
    wrong(Error, where, 'the number of samples', 'a whole number from 1', count);
  }
}

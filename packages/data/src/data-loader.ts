import { defaultGenerator, type Generator } from '@kindling/tensor-core';
import { type Collated, collate } from './collate.js';
import type { Dataset } from './dataset.js';
import { RandomSampler, SequentialSampler } from './samplers.js';

/** What a {@link DataLoader} may be told. */
export interface DataLoaderOptions<Sample, Batch> {
  /** Samples a batch; default 1. */
  readonly batchSize?: number;
  /** Whether every iteration takes the samples in a new random order; default false. */
  readonly shuffle?: boolean;
  /** Whether to leave out the last batch where it is smaller than the others; default false. */
  readonly dropLast?: boolean;
  /** The stream that shuffling draws from; default the one that `manualSeed` seeds. */
  readonly generator?: Generator;
  /** The order of the samples, instead of `shuffle`. */
  readonly sampler?: Iterable<number> & { readonly length?: number };
  /** Makes a batch of samples; default {@link collate}. */
  readonly collate?: (samples: Sample[]) => Batch;
}

/**
 * Batches of a dataset, as `torch.utils.data.DataLoader`: every iteration is one epoch.
 *
 * With engine `torch` the order of shuffled samples is PyTorch's, and so is what an iteration takes from the stream,
 * which includes a seed for worker processes that is drawn when the iteration starts, shuffled or not. Loop over the
 * tensors themselves (or use `fit` with `{ x, y }`) where nothing may be drawn.
 *
 * @throws `Error` for a batch size below 1, for `shuffle` together with `sampler`, and for shuffling no samples.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { DataLoader, TensorDataset } from '@kindling/data';
 * import { arange, manualSeed, setBackend } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * setBackend(await cpu());
 * manualSeed(0, { engine: TorchGenerator });
 * const loader = new DataLoader(new TensorDataset(arange(5)), { batchSize: 2, shuffle: true });
 * console.log(loader.length); // => 3
 * for (const [x] of loader) console.log(x.tolist());
 * // => [ 1, 4 ]
 * // => [ 2, 3 ]
 * // => [ 0 ]
 * ```
 */
export class DataLoader<Sample, Batch = Collated<Sample>> implements Iterable<Batch> {
  /** What it draws from. */
  readonly dataset: Dataset<Sample>;
  /** Samples a batch. */
  readonly batchSize: number;
  /** Whether a smaller last batch is left out. */
  readonly dropLast: boolean;
  /** The stream that shuffling draws from; `undefined` for the default one. */
  readonly generator: Generator | undefined;
  private readonly sampler: Iterable<number> & { readonly length?: number };
  private readonly collate: ((samples: Sample[]) => Batch) | undefined;

  constructor(dataset: Dataset<Sample>, options: DataLoaderOptions<Sample, Batch> = {}) {
    const { batchSize = 1, shuffle = false, dropLast = false, generator, sampler } = options;
    if (!Number.isSafeInteger(batchSize) || batchSize < 1) {
      throw new Error(`DataLoader: batchSize must be a whole number from 1, got ${batchSize}`);
    }
    if (shuffle && sampler !== undefined) {
      throw new Error('DataLoader: a sampler decides the order; leave out shuffle, or the sampler');
    }
    this.dataset = dataset;
    this.batchSize = batchSize;
    this.dropLast = dropLast;
    this.generator = generator;
    this.collate = options.collate;
    this.sampler =
      sampler ??
      (shuffle
        ? new RandomSampler(dataset, generator === undefined ? {} : { generator })
        : new SequentialSampler(dataset));
  }

  /** The number of batches in one iteration; `NaN` where the sampler does not know its length. */
  get length(): number {
    const batches = (this.sampler.length ?? Number.NaN) / this.batchSize;
    return this.dropLast ? Math.floor(batches) : Math.ceil(batches);
  }

  [Symbol.iterator](): Iterator<Batch> {
    // PyTorch draws the seed of its worker processes here, also where there are none.
    (this.generator ?? defaultGenerator()).fork();
    if (this.sampler instanceof SequentialSampler && this.collate === undefined && this.dataset.range !== undefined) {
      return this.inOrder();
    }
    return this.bySampler(this.sampler);
  }

  private *inOrder(): Iterator<Batch> {
    const { dataset, batchSize, dropLast } = this;
    for (let start = 0; start < dataset.length; start += batchSize) {
      const length = Math.min(batchSize, dataset.length - start);
      if (length < batchSize && dropLast) return;
      yield dataset.range!(start, length) as unknown as Batch;
    }
  }

  private *bySampler(sampler: Iterable<number>): Iterator<Batch> {
    const indices = new Int32Array(this.batchSize);
    let filled = 0;
    for (const index of sampler) {
      indices[filled++] = index;
      if (filled === indices.length) {
        yield this.batch(indices.slice());
        filled = 0;
      }
    }
    if (filled > 0 && !this.dropLast) yield this.batch(indices.slice(0, filled));
  }

  private batch(indices: Int32Array): Batch {
    const { dataset } = this;
    if (this.collate === undefined && dataset.batch !== undefined) return dataset.batch(indices) as unknown as Batch;
    const samples = Array.from(indices, (index) => dataset.get(index));
    return this.collate === undefined ? (collate(samples) as unknown as Batch) : this.collate(samples);
  }
}

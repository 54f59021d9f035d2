import { checkOptions, wrong } from '@internal/arguments';
import { defaultGenerator, type Generator } from '@kindling/tensor-core';
import { type Collated, collate, SampleError } from './collate.js';
import { type Dataset, type Draw, Subset } from './dataset.js';
import { RandomSampler, SequentialSampler } from './samplers.js';
import type { WorkerLike } from './workers/messages.js';
import type { WorkerPool } from './workers/pool.js';

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
  readonly collate?: (samples: Awaited<Sample>[]) => Batch;
  /** How many workers load samples, a batch each; default 0: none. Batches keep their order. For `for await` and `fit`. */
  readonly numWorkers?: number;
  /** How many batches at most are loaded ahead; default two a worker, and none without workers. */
  readonly prefetch?: number;
  /** Starts a worker whose module calls `serveDataset`; default the dataset's own, which image folders have. */
  readonly worker?: () => WorkerLike;
}

const known = {
  batchSize: 'number',
  shuffle: 1,
  dropLast: 1,
  generator: 1,
  sampler: 1,
  collate: 1,
  numWorkers: 1,
  prefetch: 1,
  worker: 1,
} as const;

/**
 * Batches of a dataset, as `torch.utils.data.DataLoader`: every iteration is one epoch.
 *
 * With engine `torch` the order of shuffled samples is PyTorch's, and so is what an iteration takes from the stream,
 * which includes a seed for worker processes that is drawn when the iteration starts, shuffled or not. Loop over the
 * tensors themselves (or use `fit` with `{ x, y }`) where nothing may be drawn.
 *
 * A dataset whose samples are promises, and one that workers load, is iterated by `for await`. Batches come in the same order,
 * and with the same draws, however many workers there are. Never more than `prefetch` batches are in memory besides the one
 * that was given out. Workers live until `close`, and Node does not wait for idle ones.
 *
 * @throws `Error` for a batch size below 1, for `shuffle` together with `sampler`, for shuffling no samples, and for an unknown
 * option; while iterating, for samples that do not fit together, and what a dataset throws, with the sample's name where a
 * worker loaded it.
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
export class DataLoader<Sample, Batch = Collated<Sample>> implements Iterable<Batch>, AsyncIterable<Batch> {
  /** What it draws from. */
  readonly dataset: Dataset<Sample>;
  /** Samples a batch. */
  readonly batchSize: number;
  /** Whether a smaller last batch is left out. */
  readonly dropLast: boolean;
  /** The stream that shuffling draws from; `undefined` for the default one. */
  readonly generator: Generator | undefined;
  private readonly sampler: Iterable<number> & { readonly length?: number };
  private readonly collate: ((samples: Awaited<Sample>[]) => Batch) | undefined;
  private readonly numWorkers: number;
  private readonly prefetch: number;
  private readonly worker: (() => WorkerLike) | undefined;
  private pool: Promise<WorkerPool> | undefined;
  private epoch = 0;

  constructor(dataset: Dataset<Sample>, options: DataLoaderOptions<Sample, Batch> = {}) {
    checkOptions(Error, 'DataLoader', options, known);
    if (typeof dataset?.get !== 'function' || typeof dataset.length !== 'number')
      wrong(Error, 'DataLoader', 'the dataset', 'one such as new TensorDataset(x, y)', dataset);
    const { batchSize = 1, shuffle = false, dropLast = false, generator, sampler, numWorkers = 0 } = options;
    const { prefetch = 2 * numWorkers } = options;
    for (const [what, value] of Object.entries({ numWorkers, prefetch })) {
      if (!Number.isSafeInteger(value) || value < 0) wrong(Error, 'DataLoader', what, 'a whole number from 0', value);
    }
    if (numWorkers > 0 && prefetch === 0) throw new Error('DataLoader: workers load ahead; prefetch must be 1 or more');
    if (!Number.isSafeInteger(batchSize) || batchSize < 1) {
      throw new Error(`DataLoader: batchSize must be a whole number from 1, got ${batchSize}`);
    }
    for (const [what, value] of Object.entries({ shuffle, dropLast })) {
      if (typeof value !== 'boolean') wrong(Error, 'DataLoader', what, 'true or false', value);
    }
    for (const [what, value] of Object.entries({ collate: options.collate, worker: options.worker })) {
      if (value !== undefined && typeof value !== 'function') wrong(Error, 'DataLoader', what, 'a function', value);
    }
    if (sampler !== undefined && typeof sampler?.[Symbol.iterator] !== 'function')
      wrong(Error, 'DataLoader', 'sampler', 'an iterable of indices', sampler);
    if (generator !== undefined && typeof generator?.permutation !== 'function')
      wrong(Error, 'DataLoader', 'generator', 'a Generator', generator);
    if (shuffle && sampler !== undefined) {
      throw new Error('DataLoader: a sampler decides the order; leave out shuffle, or the sampler');
    }
    this.dataset = dataset;
    this.batchSize = batchSize;
    this.dropLast = dropLast;
    this.generator = generator;
    this.collate = options.collate;
    this.numWorkers = numWorkers;
    this.prefetch = prefetch;
    this.worker = options.worker;
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

  /** Whether batches have to be waited for: `for await`. */
  get asynchronous(): boolean {
    return this.prefetch > 0 || this.dataset.asynchronous === true;
  }

  [Symbol.iterator](): Iterator<Batch> {
    if (this.asynchronous) throw new Error('DataLoader: these batches have to be waited for: for await (… of loader)');
    // PyTorch draws the seed of its worker processes here, also where there are none.
    this.fork();
    this.epoch++;
    if (this.sampler instanceof SequentialSampler && this.collate === undefined && this.dataset.range !== undefined) {
      return this.inOrder();
    }
    return this.bySampler(this.sampler);
  }

  [Symbol.asyncIterator](): AsyncIterator<Batch> {
    const seed = this.fork();
    const draw: Draw = { epoch: this.epoch++, ...(this.prefetch > 0 && { seed }) };
    return this.loading(draw, seed);
  }

  /** Ends the workers, if there are any. */
  async close(): Promise<void> {
    const pool = this.pool;
    this.pool = undefined;
    (await pool)?.close();
  }

  /** The seed that PyTorch draws for its worker processes. */
  private fork(): string {
    return String((this.generator ?? defaultGenerator()).fork().initialSeed());
  }

  private async *loading(draw: Draw, seed: string): AsyncGenerator<Batch> {
    const waiting: Promise<Batch>[] = [];
    for (const indices of this.groups(this.sampler)) {
      const batch = this.load(indices, draw, seed);
      // Its error is thrown when its turn comes, or nobody wants it any more.
      batch.catch(() => undefined);
      waiting.push(batch);
      if (waiting.length > this.prefetch) yield waiting.shift()!;
    }
    for (const batch of waiting) yield batch;
  }

  private async load(indices: Int32Array, draw: Draw, seed: string): Promise<Batch> {
    if (this.numWorkers === 0) {
      const loading = Array.from(indices, async (index) => this.dataset.get(index, draw));
      return this.join(await Promise.all(loading), indices);
    }
    let dataset: Dataset<unknown> = this.dataset;
    let chosen = indices;
    while (dataset instanceof Subset && this.worker === undefined) {
      const { indices: own, dataset: inner }: Subset<unknown> = dataset;
      chosen = chosen.map((i) => own[i]!);
      dataset = inner;
    }
    this.pool ??= this.startWorkers(dataset);
    const pool = await this.pool.catch((error: unknown) => {
      this.pool = undefined;
      throw error;
    });
    const samples = await pool.load(chosen, draw.epoch ?? 0, seed).catch((error: Error & { index?: number }) => {
      const name = error.index === undefined ? '' : `${dataset.nameOf?.(error.index) ?? `sample ${error.index}`}`;
      const prefix = name === '' || error.message.includes(name) ? '' : `${name}: `;
      throw new Error(`DataLoader: ${prefix}${error.message}`, { cause: error });
    });
    return this.join(samples as Awaited<Sample>[], indices);
  }

  private async startWorkers(dataset: Dataset<unknown>): Promise<WorkerPool> {
    const own = this.worker;
    if (own === undefined && dataset.worker === undefined) {
      throw new Error(
        'DataLoader: this dataset does not know how to reach a worker; give `worker`, whose module calls serveDataset',
      );
    }
    const { WorkerPool } = await import('./workers/pool.js');
    return new WorkerPool(this.numWorkers, () =>
      own === undefined ? dataset.worker!() : { worker: own(), recipe: null },
    );
  }

  private join(samples: Awaited<Sample>[], indices: Int32Array): Batch {
    try {
      return this.collate === undefined ? (collate(samples) as unknown as Batch) : this.collate(samples);
    } catch (error) {
      if (!(error instanceof SampleError)) throw error;
      const name = (i: number): string => this.dataset.nameOf?.(indices[i]!) ?? `sample ${indices[i]!}`;
      throw error.named(name(0), name(error.sample));
    }
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
    const draw: Draw = { epoch: this.epoch - 1 };
    for (const indices of this.groups(sampler)) yield this.batch(indices, draw);
  }

  private *groups(sampler: Iterable<number>): Iterable<Int32Array> {
    const indices = new Int32Array(this.batchSize);
    let filled = 0;
    for (const index of sampler) {
      if (!Number.isInteger(index)) wrong(Error, 'DataLoader', 'each index of the sampler', 'a whole number', index);
      indices[filled++] = index;
      if (filled === indices.length) {
        yield indices.slice();
        filled = 0;
      }
    }
    if (filled > 0 && !this.dropLast) yield indices.slice(0, filled);
  }

  private batch(indices: Int32Array, draw: Draw): Batch {
    const { dataset } = this;
    if (this.collate === undefined && dataset.batch !== undefined) return dataset.batch(indices) as unknown as Batch;
    const samples = Array.from(indices, (index) => dataset.get(index, draw));
    if (samples[0] instanceof Promise) {
      for (const sample of samples) (sample as Promise<unknown>).catch(() => undefined);
      throw new Error(
        'DataLoader: samples are promises: loop by for await, and give the dataset `asynchronous: true` for fit',
      );
    }
    return this.join(samples as Awaited<Sample>[], indices);
  }
}

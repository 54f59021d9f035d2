import { describe, wrong } from '@internal/arguments';
import { Tensor, tensor } from '@kindling/tensor-core';
import type { Collated } from './collate.js';
import type { DatasetWorker } from './workers/messages.js';

/** What a loader tells a dataset whose samples are drawn at random. */
export interface Draw {
  /** How often the loader has gone through before. */
  readonly epoch?: number;
  /** What to seed each sample's own stream from; without it samples draw from the default one. */
  readonly seed?: string;
}

/**
 * Samples by number: what a {@link DataLoader} draws from.
 *
 * Samples may be promises, as those of images that have to be decoded: then the loader is iterated by `for await`.
 * `batch` and `range` are shortcuts that a dataset may have; without them, or where a loader has its own `collate`,
 * samples are fetched one by one.
 */
export interface Dataset<Sample> {
  /** The number of samples. */
  readonly length: number;
  /** Sample `index`, from 0 to `length - 1`; `draw` is for samples that are drawn at random. */
  get(index: number, draw?: Draw): Sample;
  /** The samples with these numbers, in this order, as one batch. */
  batch?(indices: Int32Array): Collated<Sample>;
  /** The samples from `start` to `start + length - 1` as one batch. */
  range?(start: number, length: number): Collated<Sample>;
  /** Whether samples are promises; `fit` then waits for them. */
  readonly asynchronous?: boolean;
  /** What errors call a sample, such as its file. */
  nameOf?(index: number): string;
  /** Starts a worker that makes the same samples; a loader with `numWorkers` calls it. */
  worker?(): DatasetWorker;
}

/**
 * Tensors with a row for each sample, as `torch.utils.data.TensorDataset`: sample `i` is row `i` of each.
 *
 * Batches in order are views of the tensors; batches in another order are copies.
 *
 * @throws `Error` for no tensors, a scalar, or tensors that differ in the number of rows.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { TensorDataset } from '@kindling/data';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const dataset = new TensorDataset(tensor([[1, 2], [3, 4]]), tensor([0, 1]));
 * const [x, y] = dataset.get(1);
 * console.log(dataset.length, x.tolist(), y.item()); // => 2 [ 3, 4 ] 1
 * ```
 */
export class TensorDataset<Tensors extends readonly Tensor[]> implements Dataset<Tensors> {
  /** The tensors, all of `length` rows. */
  readonly tensors: Tensors;
  readonly length: number;

  constructor(...tensors: Tensors) {
    if (tensors.length === 0) throw new Error('TensorDataset: no tensors');
    for (const x of tensors) if (!(x instanceof Tensor)) wrong(Error, 'TensorDataset', 'each argument', 'a tensor', x);
    const rows = tensors.map((x) => x.shape[0]);
    const [length] = rows;
    if (length === undefined || rows.includes(undefined)) throw new Error('TensorDataset: a scalar has no rows');
    if (rows.some((count) => count !== length)) {
      throw new Error(`TensorDataset: the tensors differ in their numbers of rows: ${rows.join(', ')}`);
    }
    this.tensors = tensors;
    this.length = length;
  }

  get(index: number): Tensors {
    checkIndex('TensorDataset', index, this.length);
    return this.each((x) => x.select(0, index)) as Tensors;
  }

  batch(indices: Int32Array): Collated<Tensors> {
    const positions = tensor(indices, { backend: this.tensors[0]!.backend });
    return this.each((x) =>
      x.indexSelect(0, x.backend === positions.backend ? positions : indices),
    ) as Collated<Tensors>;
  }

  range(start: number, length: number): Collated<Tensors> {
    return this.each((x) => x.narrow(0, start, length)) as Collated<Tensors>;
  }

  private each(rows: (x: Tensor) => Tensor): unknown {
    return this.tensors.map(rows);
  }
}

/**
 * Some samples of a dataset, by number, as `torch.utils.data.Subset`.
 *
 * @throws `Error` for a number that is not in the dataset.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Subset, TensorDataset } from '@kindling/data';
 * import { arange, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const some = new Subset(new TensorDataset(arange(10)), [7, 3]);
 * console.log(some.length, some.get(0)[0].item()); // => 2 7
 * ```
 */
export class Subset<Sample> implements Dataset<Sample> {
  /** What it draws from. */
  readonly dataset: Dataset<Sample>;
  /** The number in `dataset` of each sample. */
  readonly indices: Int32Array;
  readonly batch?: (indices: Int32Array) => Collated<Sample>;

  constructor(dataset: Dataset<Sample>, indices: ArrayLike<number>) {
    checkDataset('Subset', 'the dataset', dataset);
    if (typeof indices !== 'object' || indices === null || !('length' in indices))
      wrong(Error, 'Subset', 'indices', 'an array of numbers', indices);
    for (let i = 0; i < indices.length; i++) checkIndex('Subset', indices[i]!, dataset.length);
    this.dataset = dataset;
    this.indices = Int32Array.from(indices);
    if (dataset.batch !== undefined) {
      this.batch = (chosen) => dataset.batch!(chosen.map((i) => this.indices[i]!));
    }
  }

  get length(): number {
    return this.indices.length;
  }

  /** Whether those of the dataset are. */
  get asynchronous(): boolean {
    return this.dataset.asynchronous === true;
  }

  get(index: number, draw?: Draw): Sample {
    checkIndex('Subset', index, this.length);
    return this.dataset.get(this.indices[index]!, draw);
  }

  /** The name that the dataset gives the sample. */
  nameOf(index: number): string {
    const own = this.indices[index]!;
    return this.dataset.nameOf?.(own) ?? `sample ${own}`;
  }
}

/**
 * Datasets one after the other, as `torch.utils.data.ConcatDataset`.
 *
 * @throws `Error` for no datasets.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { ConcatDataset, TensorDataset } from '@kindling/data';
 * import { arange, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const both = new ConcatDataset([new TensorDataset(arange(3)), new TensorDataset(arange(10, 14))]);
 * console.log(both.length, both.get(4)[0].item()); // => 7 11
 * ```
 */
export class ConcatDataset<Sample> implements Dataset<Sample> {
  /** The parts, in order. */
  readonly datasets: readonly Dataset<Sample>[];

  constructor(datasets: Iterable<Dataset<Sample>>) {
    if (typeof datasets !== 'object' || datasets === null || !(Symbol.iterator in datasets))
      wrong(Error, 'ConcatDataset', 'the datasets', 'an array', datasets);
    this.datasets = [...datasets];
    for (const [i, one] of this.datasets.entries()) checkDataset('ConcatDataset', `dataset ${i}`, one);
    if (this.datasets.length === 0) throw new Error('ConcatDataset: no datasets');
  }

  get length(): number {
    return this.datasets.reduce((sum, { length }) => sum + length, 0);
  }

  /** Whether those of a dataset are promises. */
  get asynchronous(): boolean {
    return this.datasets.some((dataset) => dataset.asynchronous === true);
  }

  get(index: number, draw?: Draw): Sample {
    const [dataset, own] = this.#find(index);
    return dataset.get(own, draw);
  }

  /** The name that its dataset gives a sample. */
  nameOf(index: number): string {
    const [dataset, own] = this.#find(index);
    return dataset.nameOf?.(own) ?? `sample ${index}`;
  }

  /** The dataset of a sample, and the sample's number there. */
  #find(index: number): readonly [Dataset<Sample>, number] {
    checkIndex('ConcatDataset', index, this.length);
    let own = index;
    for (const dataset of this.datasets) {
      if (own < dataset.length) return [dataset, own];
      own -= dataset.length;
    }
    throw new Error(`ConcatDataset: a dataset became shorter while sample ${index} was looked for`);
  }
}

/** Throws unless samples can be fetched from it by number. */
export function checkDataset(where: string, what: string, dataset: Dataset<unknown>): void {
  if (typeof dataset?.get !== 'function' || typeof dataset.length !== 'number')
    wrong(Error, where, what, 'one such as new TensorDataset(x, y)', dataset);
}

/** Throws unless `index` is the number of a sample. */
export function checkIndex(where: string, index: number, length: number): void {
  if (!(Number.isInteger(index) && index >= 0 && index < length)) {
    throw new Error(
      `${where}: there is no sample ${typeof index === 'number' ? index : describe(index)}; there are ${length}, from 0`,
    );
  }
}

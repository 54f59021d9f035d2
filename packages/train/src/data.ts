import { DataLoader, TensorDataset } from '@kindling/data';
import type { Tensor } from '@kindling/tensor-core';
import { formatShape } from '@kindling/tensor-core/internal';

/** One step's rows: the input of the model, and what its output should be. */
export type Batch = readonly [x: Tensor, y: Tensor];

/** Rows that are in memory as a whole. */
export interface TensorData {
  /** The input of the model, `[rows, …]`. */
  readonly x: Tensor;
  /** What its output should be, `[rows, …]`. */
  readonly y: Tensor;
  /** Rows a step; default all of them. */
  readonly batchSize?: number;
  /** Whether every epoch takes the rows in a new random order, drawn as a `DataLoader` draws it; default false. */
  readonly shuffle?: boolean;
  /** Whether to leave out the last batch where it is smaller than the others; default false. */
  readonly dropLast?: boolean;
}

/** Rows in memory, or anything that gives batches each time it is iterated, such as a `DataLoader`. */
export type Data = TensorData | (Iterable<Batch> & { readonly length?: number });

/** Batches that can be gone through once an epoch. */
export interface Batches extends Iterable<Batch> {
  /** How many there are, where that is known. */
  readonly count: number | undefined;
  /** Whether every pass gives the same tensors. */
  readonly fixed: boolean;
}

/** The batches of data; `where` and `what` are for messages. */
export function toBatches(where: string, what: string, data: Data): Batches {
  if (!('x' in data)) {
    const known = data.length !== undefined && Number.isFinite(data.length);
    return { count: known ? data.length : undefined, fixed: false, [Symbol.iterator]: () => data[Symbol.iterator]() };
  }
  const { x, y, shuffle = false, dropLast = false } = data;
  const rows = checkRows(`${where}: ${what}`, x, y);
  const { batchSize = Math.max(rows, 1) } = data;
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) {
    throw new Error(`${where}: batchSize must be a whole number from 1, got ${batchSize}`);
  }
  if (shuffle) {
    const loader = new DataLoader(new TensorDataset(x, y), { batchSize, shuffle, dropLast });
    return { count: loader.length, fixed: false, [Symbol.iterator]: () => loader[Symbol.iterator]() };
  }
  // Views, made once: a loop over them draws no random numbers, just as one over slices in PyTorch.
  const batches: Batch[] = [];
  for (let start = 0; start < rows; start += batchSize) {
    const length = Math.min(batchSize, rows - start);
    if (length === rows) batches.push([x, y]);
    else if (length === batchSize || !dropLast) batches.push([x.narrow(0, start, length), y.narrow(0, start, length)]);
  }
  return { count: batches.length, fixed: true, [Symbol.iterator]: () => batches[Symbol.iterator]() };
}

/** The number of rows that `x` and `y` have in common; throws where they differ. */
export function checkRows(where: string, x: Tensor, y: Tensor): number {
  const rows = x.shape[0];
  if (rows === undefined || rows !== y.shape[0]) {
    throw new Error(
      `${where}: x is ${formatShape(x.shape)}, y is ${formatShape(y.shape)}; they need the same first size`,
    );
  }
  return rows;
}

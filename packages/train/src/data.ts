import { clean, describe, nearest } from '@internal/arguments';
import { DataLoader, TensorDataset } from '@kindling/data';
import { ArgumentError, type Tensor } from '@kindling/tensor-core';
import { formatShape, outside } from '@kindling/tensor-core/internal';
import { asTensor, type TensorLike } from './as-tensor.js';

/** One step's rows: the input of the model, what its output should be, and, where rows count differently, their weights. */
export type Batch = readonly [x: Tensor, y: Tensor] | readonly [x: Tensor, y: Tensor, weight: Tensor];

/** Rows that are in memory as a whole. */
export interface TensorData {
  /** The input of the model, `[rows, …]`: a tensor, or arrays of numbers. */
  readonly x: TensorLike;
  /** What its output should be, `[rows, …]`. */
  readonly y: TensorLike;
  /** How much each row counts, `[rows]`; default all alike. */
  readonly weight?: TensorLike;
  /** Rows a step; default all of them. */
  readonly batchSize?: number;
  /** Whether every epoch takes the rows in a new random order, drawn as a `DataLoader` draws it; default false. */
  readonly shuffle?: boolean;
  /** Whether to leave out the last batch where it is smaller than the others; default false. */
  readonly dropLast?: boolean;
}

/** Rows in memory, or anything that gives batches each time it is iterated, such as a `DataLoader`; also with `for await`. */
export type Data =
  | TensorData
  | ((Iterable<Batch> | AsyncIterable<Batch>) & { readonly length?: number; readonly asynchronous?: boolean });

/** Batches that can be gone through once an epoch. */
export interface Batches {
  /** How many there are, where that is known. */
  readonly count: number | undefined;
  /** Whether every pass gives the same tensors. */
  readonly fixed: boolean;
  /** The rows, where they are in memory as a whole. */
  readonly whole: Whole | null;
  /** Whether batches have to be waited for. */
  readonly later: boolean;
  /** Whether batches are made for a step, which gives them back; others may be somebody's. */
  readonly own: boolean;
  /** Begins a pass. */
  begin(): Iterator<Batch> | AsyncIterator<Batch>;
}

/** How a step gets its batch: `null` when there are no more. */
export type Take = () => Batch | null;

/** The next batch: at once where it can be made in the step itself, whose tensors are given back, else when it is there. */
export async function nextBatch({ later, own }: Batches, iterator: ReturnType<Batches['begin']>): Promise<Take> {
  if (later) {
    const { done, value } = await (iterator as AsyncIterator<Batch>).next();
    return () => (done ? null : value);
  }
  return takeNow(own, iterator as Iterator<Batch>);
}

/** The next batch of an iterator that gives it at once. */
export function takeNow(own: boolean, iterator: Iterator<Batch>): Take {
  const next = (): IteratorResult<Batch> => iterator.next();
  return () => {
    const { done, value } = own ? next() : outside(next);
    return done ? null : (value as Batch);
  };
}

/** Rows in memory, as tensors. */
export interface Whole {
  readonly x: Tensor;
  readonly y: Tensor;
  readonly weight: Tensor | null;
}

/** The batches of data; `where` and `what` are for messages. */
export function toBatches(where: string, what: string, data: Data): Batches {
  if (typeof data !== 'object' || data === null || Array.isArray(data) || !('x' in data))
    return given(where, what, data);
  const whole = toWhole(`${where}: ${what}`, data);
  const { shuffle = false, dropLast = false } = data;
  const rows = whole.x.shape[0]!;
  const { batchSize = Math.max(rows, 1) } = data;
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) {
    throw new ArgumentError(`${where}: batchSize must be a whole number from 1, not ${describe(batchSize)}`);
  }
  const tensors = (whole.weight === null ? [whole.x, whole.y] : [whole.x, whole.y, whole.weight]) as [Tensor, Tensor];
  if (shuffle) {
    const loader = new DataLoader(new TensorDataset(...tensors), { batchSize, shuffle, dropLast });
    return {
      count: loader.length,
      fixed: false,
      later: false,
      own: true,
      whole,
      begin: () => loader[Symbol.iterator](),
    };
  }
  // Views, made once: a loop over them draws no random numbers, just as one over slices in PyTorch.
  const batches: Batch[] = [];
  for (let start = 0; start < rows; start += batchSize) {
    const length = Math.min(batchSize, rows - start);
    if (length === rows) batches.push(tensors);
    else if (length === batchSize || !dropLast) {
      batches.push(tensors.map((tensor) => tensor.narrow(0, start, length)) as unknown as Batch);
    }
  }
  return {
    count: batches.length,
    fixed: true,
    later: false,
    own: true,
    whole,
    begin: () => batches[Symbol.iterator](),
  };
}

/** Batches that somebody else makes. */
function given(where: string, what: string, data: Exclude<Data, TensorData>): Batches {
  const { [Symbol.iterator]: each, [Symbol.asyncIterator]: eachLater } = (data ?? {}) as Partial<
    Iterable<Batch> & AsyncIterable<Batch>
  >;
  // An array of rows is no list of batches.
  const first: unknown = Array.isArray(data) ? data[0] : [];
  if ((each ?? eachLater) === undefined || (first !== undefined && !Array.isArray(first))) {
    throw new ArgumentError(
      `${where}: ${what} must be { x, y }, a DataLoader, or anything that gives [x, y] batches, not ${describe(data)}`,
    );
  }
  const known = data.length !== undefined && Number.isFinite(data.length);
  // A loader can do both, and says which it has to.
  const later = each === undefined || (eachLater !== undefined && data.asynchronous === true);
  return {
    count: known ? data.length : undefined,
    fixed: false,
    later,
    // Of rows that it copies together; samples may be kept for the next epoch.
    own: data instanceof DataLoader && data.dataset.batch !== undefined,
    whole: null,
    begin: () => Reflect.apply((later ? eachLater : each)!, data, []) as Iterator<Batch> | AsyncIterator<Batch>,
  };
}

const KEYS = ['weight', 'batchSize', 'shuffle', 'dropLast'];

/** Throws for a slip such as `batch_size`; other names are fine, as `toTensors` gives more than rows. */
function checkKeys(where: string, data: object): void {
  for (const name of Object.keys(data)) {
    const near = KEYS.includes(name) ? undefined : nearest(name, KEYS);
    if (near !== undefined) throw new ArgumentError(`${where}: unknown '${clean(name)}'; did you mean '${near}'?`);
  }
}

/** The rows as tensors, whose numbers have been compared. */
export function toWhole(where: string, data: Pick<TensorData, 'x' | 'y' | 'weight'>): Whole {
  if (typeof data !== 'object' || data === null)
    throw new ArgumentError(`${where} must be { x, y }, not ${describe(data)}`);
  checkKeys(where, data);
  const x = asTensor(`${where}: x`, data.x);
  const y = asTensor(`${where}: y`, data.y, x.backend);
  const weight = data.weight === undefined ? null : asTensor(`${where}: weight`, data.weight, x.backend);
  const rows = checkRows(where, x, y);
  if (weight !== null && (weight.shape.length !== 1 || weight.shape[0] !== rows)) {
    throw new ArgumentError(`${where}: weight is ${formatShape(weight.shape)}; it needs one number a row: [${rows}]`);
  }
  return { x, y, weight };
}

/** The number of rows that `x` and `y` have in common; throws where they differ. */
export function checkRows(where: string, x: Tensor, y: Tensor): number {
  const rows = x?.shape?.[0];
  if (rows === undefined && !(x?.shape && y?.shape)) {
    throw new ArgumentError(`${where}: a batch must be [x, y], two tensors, not [${describe(x)}, ${describe(y)}]`);
  }
  if (rows === undefined || rows !== y.shape[0]) {
    throw new Error(
      `${where}: x is ${formatShape(x.shape)}, y is ${formatShape(y.shape)}; they need the same first size`,
    );
  }
  return rows;
}

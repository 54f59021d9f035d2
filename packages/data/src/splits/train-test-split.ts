import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError, ShapeError, type Tensor } from '@kindling/tensor-core';
import { isTable, isTensor } from '../preprocessing/matrix.js';
import { checkFlag } from '../preprocessing/transformer.js';
import type { Table } from '../table/table.js';
import type { RandomStateLike } from './random-source.js';
import { ShuffleSplit } from './shuffle-split.js';
import { resolveSizes, type SplitSizes } from './sizes.js';
import { countSamples, type Labels, type Samples, type Split } from './splitter.js';
import { StratifiedShuffleSplit } from './stratified-shuffle-split.js';

/** How data is split in two. */
export interface TrainTestSplitOptions extends SplitSizes {
  /** Whether rows are drawn at random (the default) or taken in order, training rows first. */
  readonly shuffle?: boolean;
  /** Labels whose proportions both sides keep; only with shuffling. */
  readonly stratify?: Labels;
  /** Where the rows are drawn from. */
  readonly randomState?: RandomStateLike;
}

/** What `trainTestSplit` can index: a plain array, whose elements may be rows, a typed one, a tensor or a `Table`. */
export type Splittable = readonly unknown[] | Float32Array | Float64Array | Int32Array | Uint8Array | Tensor | Table;

/** Each array twice: its training part and its test part. */
export type TrainTestParts<A extends readonly unknown[]> = A extends readonly [infer Head, ...infer Rest]
  ? [train: Part<Head>, test: Part<Head>, ...TrainTestParts<Rest>]
  : [];

type Part<T> = T extends readonly (infer Element)[] ? Element[] : T;

/**
 * The rows of one random split: scikit-learn's `train_test_split`, index for index. A quarter is the test part by
 * default. Throws where the sizes do not fit the rows, and as `StratifiedShuffleSplit` does with `stratify`.
 *
 * @example
 * ```ts
 * import { trainTestSplitIndices } from '@kindling/data';
 *
 * const { train, test } = trainTestSplitIndices(5, { testSize: 0.33, randomState: 42 });
 * console.log(train, test); // => Int32Array(3) [ 2, 0, 3 ] Int32Array(2) [ 1, 4 ]
 * ```
 */
export function trainTestSplitIndices(x: Samples, options: TrainTestSplitOptions = {}): Split {
  const where = 'trainTestSplit';
  const known = { testSize: 'number', trainSize: 'number', shuffle: 1, stratify: 1, randomState: 1 } as const;
  checkOptions(ArgumentError, where, options, known);
  const { shuffle = true, stratify, randomState } = options;
  checkFlag(where, 'shuffle', shuffle);
  const n = countSamples(where, x);
  const size = resolveSizes(where, n, options, 0.25);
  if (!shuffle) {
    if (stratify !== undefined) throw new ArgumentError(`${where}: stratify needs shuffle: true`);
    const order = Int32Array.from({ length: size.train + size.test }, (_, i) => i);
    return { train: order.slice(0, size.train), test: order.slice(size.train) };
  }
  const drawn = {
    nSplits: 1,
    testSize: size.test,
    trainSize: size.train,
    ...(randomState === undefined ? {} : { randomState }),
  };
  const splits =
    stratify === undefined ? new ShuffleSplit(drawn).split(n) : new StratifiedShuffleSplit(drawn).split(n, stratify);
  return splits.next().value as Split;
}

/**
 * Splits arrays of equal length at the same rows: scikit-learn's `train_test_split`. Returns the training and the test
 * part of each in turn, as fresh ones of its kind: arrays, tensors or tables. Throws where the lengths differ or an argument is
 * none of these, and as `trainTestSplitIndices`.
 *
 * @example
 * ```ts
 * import { trainTestSplit } from '@kindling/data';
 *
 * const x = [[0, 1], [2, 3], [4, 5], [6, 7], [8, 9]];
 * const y = Int32Array.of(0, 1, 2, 3, 4);
 * const [xTrain, xTest, yTrain, yTest] = trainTestSplit(x, y, { testSize: 0.33, randomState: 42 });
 * console.log(xTrain, yTrain); // => [ [ 4, 5 ], [ 0, 1 ], [ 6, 7 ] ] Int32Array(3) [ 2, 0, 3 ]
 * console.log(xTest, yTest); // => [ [ 2, 3 ], [ 8, 9 ] ] Int32Array(2) [ 1, 4 ]
 * ```
 */
export function trainTestSplit<const A extends readonly [Splittable, ...Splittable[]]>(
  ...args: [...arrays: A, options: TrainTestSplitOptions]
): TrainTestParts<A>;
export function trainTestSplit<const A extends readonly [Splittable, ...Splittable[]]>(...arrays: A): TrainTestParts<A>;
export function trainTestSplit(...args: (Splittable | TrainTestSplitOptions)[]): unknown[] {
  const where = 'trainTestSplit';
  const last = args.at(-1);
  // What comes last and is no array must be options; `trainTestSplitIndices` says what is wrong with them.
  const options = args.length > 0 && !isSplittable(last) ? (last as TrainTestSplitOptions) : {};
  const arrays = args.slice(0, options === last ? -1 : args.length) as Splittable[];
  if (typeof options !== 'object') {
    throw new ArgumentError(`${where}: the last argument must be an array or options, got ${describe(last)}`);
  }
  for (const [i, array] of arrays.entries()) {
    if (isSplittable(array)) continue;
    throw new ArgumentError(`${where}: argument ${i} must be an array, a tensor or a Table, got ${describe(array)}`);
  }
  const [first] = arrays;
  if (first === undefined) throw new ArgumentError(`${where}: needs at least one array`);
  const rows = rowsOf(first);
  for (const [i, array] of arrays.entries()) {
    if (rowsOf(array) !== rows) {
      throw new ShapeError(`${where}: array ${i} has ${rowsOf(array)} rows, the first one ${rows}`);
    }
  }
  const { train, test } = trainTestSplitIndices(rows, options);
  return arrays.flatMap((array) => [take(array, train), take(array, test)]);
}

function isSplittable(value: unknown): value is Splittable {
  const typed = ArrayBuffer.isView(value) && !(value instanceof DataView);
  return Array.isArray(value) || typed || isTensor(value) || isTable(value);
}

function rowsOf(array: Splittable): number {
  if (isTable(array)) return array.rows;
  return isTensor(array) ? (array.shape[0] ?? 0) : array.length;
}

function take(array: Splittable, rows: Int32Array): Splittable {
  if (isTable(array)) return array.take(rows);
  if (isTensor(array)) return array.indexSelect(0, rows);
  if (!ArrayBuffer.isView(array)) return Array.from(rows, (row) => array[row]);
  const Kind = array.constructor as new (length: number) => Float64Array;
  const out = new Kind(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = (array as Float64Array)[rows[i]!]!;
  return out;
}

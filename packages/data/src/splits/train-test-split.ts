import { ArgumentError, ShapeError } from '@kindling/tensor-core';
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

/** What `trainTestSplit` can index: a plain array, whose elements may be rows, or a typed one. */
export type Splittable = readonly unknown[] | Float32Array | Float64Array | Int32Array | Uint8Array;

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
  const { shuffle = true, stratify, randomState } = options;
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
 * part of each in turn, as fresh arrays of its kind. Throws where the lengths differ, and as `trainTestSplitIndices`.
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
  const last = args.at(-1);
  const options = last !== undefined && !isSplittable(last) ? last : {};
  const arrays = args.filter(isSplittable);
  const [first] = arrays;
  if (first === undefined) throw new ArgumentError('trainTestSplit: needs at least one array');
  for (const [i, array] of arrays.entries()) {
    if (array.length !== first.length) {
      throw new ShapeError(`trainTestSplit: array ${i} has ${array.length} rows, the first one ${first.length}`);
    }
  }
  const { train, test } = trainTestSplitIndices(first.length, options);
  return arrays.flatMap((array) => [take(array, train), take(array, test)]);
}

function isSplittable(value: Splittable | TrainTestSplitOptions): value is Splittable {
  return 'length' in value;
}

function take(array: Splittable, rows: Int32Array): Splittable {
  if (!ArrayBuffer.isView(array)) return Array.from(rows, (row) => array[row]);
  const Kind = array.constructor as new (length: number) => Float64Array;
  const out = new Kind(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = (array as Float64Array)[rows[i]!]!;
  return out;
}

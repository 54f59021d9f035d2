import { describe } from '@internal/arguments';
import { ArgumentError, ShapeError, type Tensor } from '@kindling/tensor-core';
import type { Label } from '../preprocessing/labels.js';
import { isTensor } from '../preprocessing/matrix.js';

/** The rows of one train/test split, as indices. */
export interface Split {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/**
 * What is to be split: a number of rows, something as long as it has rows, something whose shape begins with it (a tensor), or
 * something that says how many `rows` it has (a `Table`, a flat matrix).
 */
export type Samples = number | ArrayLike<unknown> | { readonly shape: readonly number[] } | { readonly rows: number };

/** A class for each row: a list, or a tensor [rows] or [rows, 1]. */
export type Labels = ArrayLike<Label> | Tensor;

/** A way to split data several times over. */
export interface Splitter {
  /** How many splits `split` yields. */
  readonly nSplits: number;
  /** The splits, drawn one by one as they are asked for. */
  split(x: Samples, y?: Labels): IterableIterator<Split>;
}

/** How many rows there are; throws where that is no whole number above 0. */
export function countSamples(where: string, x: Samples): number {
  const n = rowsOf(x);
  if (typeof n !== 'number') {
    throw new ArgumentError(`${where}: expects a number of rows, an array, a tensor or a Table, got ${describe(x)}`);
  }
  if (!Number.isSafeInteger(n) || n < 1) {
    throw new ArgumentError(`${where}: expects a whole number of rows, 1 or more, got ${n}`);
  }
  return n;
}

function rowsOf(x: Samples): unknown {
  if (typeof x !== 'object' || x === null) return x;
  if ('rows' in x) return x.rows;
  return 'shape' in x ? x.shape[0] : x.length;
}

/** The labels; throws where there are none or not one for each row. */
export function checkLabels(where: string, n: number, y: Labels | undefined): ArrayLike<Label> {
  if (y === undefined) throw new ArgumentError(`${where}: needs the labels as the second argument`);
  return labelList(where, 'labels', n, y);
}

/** A value for each row; throws for other numbers of them, and for what is no list. */
export function labelList(where: string, what: string, n: number, y: Labels): ArrayLike<Label> {
  const list = isTensor(y) ? y.dataSync() : y;
  if (typeof list !== 'object' || list === null || typeof list.length !== 'number') {
    throw new ArgumentError(`${where}: the ${what} must be an array or a tensor, got ${describe(y)}`);
  }
  if (list.length !== n) throw new ShapeError(`${where}: got ${list.length} ${what} for ${n} rows`);
  return list;
}

/** Throws unless `count` is a whole number of `least` or more. */
export function checkWhole(where: string, name: string, count: number, least: number): void {
  if (!Number.isSafeInteger(count) || count < least) {
    throw new ArgumentError(
      `${where}: ${name} must be a whole number of ${least} or more, got ${typeof count === 'number' ? count : describe(count)}`,
    );
  }
}

/** The split whose test rows are those that are marked, both sides in ascending order. */
export function splitBy(n: number, isTest: (row: number) => boolean): Split {
  const train: number[] = [];
  const test: number[] = [];
  for (let row = 0; row < n; row++) (isTest(row) ? test : train).push(row);
  return { train: Int32Array.from(train), test: Int32Array.from(test) };
}

import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import type { Label } from '../preprocessing/labels.js';

/** The rows of one train/test split, as indices. */
export interface Split {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** What is to be split: a number of rows, something as long as it has rows, or something whose shape begins with it. */
export type Samples = number | ArrayLike<unknown> | { readonly shape: readonly number[] };

/** A class for each row. */
export type Labels = ArrayLike<Label>;

/** A way to split data several times over. */
export interface Splitter {
  /** How many splits `split` yields. */
  readonly nSplits: number;
  /** The splits, drawn one by one as they are asked for. */
  split(x: Samples, y?: Labels): IterableIterator<Split>;
}

/** How many rows there are; throws where that is no whole number above 0. */
export function countSamples(where: string, x: Samples): number {
  const n = typeof x === 'number' ? x : 'shape' in x ? x.shape[0] : x.length;
  if (n === undefined || !Number.isSafeInteger(n) || n < 1) {
    throw new ArgumentError(`${where}: expects a whole number of rows, 1 or more, got ${n}`);
  }
  return n;
}

/** The labels; throws where there are none or not one for each row. */
export function checkLabels(where: string, n: number, y: Labels | undefined): Labels {
  if (y === undefined) throw new ArgumentError(`${where}: needs the labels as the second argument`);
  if (y.length !== n) throw new ShapeError(`${where}: got ${y.length} labels for ${n} rows`);
  return y;
}

/** Throws unless `count` is a whole number of `least` or more. */
export function checkWhole(where: string, name: string, count: number, least: number): void {
  if (!Number.isSafeInteger(count) || count < least) {
    throw new ArgumentError(`${where}: ${name} must be a whole number of ${least} or more, got ${count}`);
  }
}

/** The split whose test rows are those that are marked, both sides in ascending order. */
export function splitBy(n: number, isTest: (row: number) => boolean): Split {
  const train: number[] = [];
  const test: number[] = [];
  for (let row = 0; row < n; row++) (isTest(row) ? test : train).push(row);
  return { train: Int32Array.from(train), test: Int32Array.from(test) };
}

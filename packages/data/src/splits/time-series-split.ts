import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { checkWhole, countSamples, type Samples, type Split, type Splitter } from './splitter.js';

/** How rows in the order of time are split. */
export interface TimeSeriesSplitOptions {
  /** The number of splits; 5 by default. */
  readonly nSplits?: number;
  /** The most training rows of a split; all before the test rows by default. */
  readonly maxTrainSize?: number;
  /** The test rows of a split; an equal share by default. */
  readonly testSize?: number;
  /** How many rows are left out between training and test rows; none by default. */
  readonly gap?: number;
}

/**
 * Splits in which the test rows come after all training rows: scikit-learn's `TimeSeriesSplit`, index for index. Throws where
 * there are too few rows.
 *
 * @example
 * ```ts
 * import { TimeSeriesSplit } from '@kindling/data';
 *
 * const splits = [...new TimeSeriesSplit({ nSplits: 2 }).split(6)];
 * console.log(splits.map(({ train, test }) => [[...train], [...test]]));
 * // => [ [ [ 0, 1 ], [ 2, 3 ] ], [ [ 0, 1, 2, 3 ], [ 4, 5 ] ] ]
 * ```
 */
export class TimeSeriesSplit implements Splitter {
  readonly nSplits: number;
  private readonly options: TimeSeriesSplitOptions;

  constructor(options: TimeSeriesSplitOptions = {}) {
    const where = 'TimeSeriesSplit';
    checkOptions(ArgumentError, where, options, { nSplits: 1, maxTrainSize: 1, testSize: 1, gap: 'number' });
    this.nSplits = options.nSplits ?? 5;
    this.options = options;
    checkWhole(where, 'nSplits', this.nSplits, 2);
    if (options.maxTrainSize !== undefined) checkWhole(where, 'maxTrainSize', options.maxTrainSize, 1);
    if (options.testSize !== undefined) checkWhole(where, 'testSize', options.testSize, 1);
    checkWhole(where, 'gap', options.gap ?? 0, 0);
  }

  split(x: Samples): IterableIterator<Split> {
    const where = 'TimeSeriesSplit';
    const n = countSamples(where, x);
    const { nSplits } = this;
    const { gap = 0, testSize = Math.floor(n / (nSplits + 1)) } = this.options;
    if (nSplits + 1 > n) throw new ArgumentError(`${where}: cannot make ${nSplits + 1} folds of ${n} rows`);
    if (n - gap - testSize * nSplits <= 0) {
      throw new ArgumentError(
        `${where}: ${nSplits} tests of ${testSize} rows with a gap of ${gap} leave nothing of ${n} to train on`,
      );
    }
    return this.splits(n, testSize, gap);
  }

  private *splits(n: number, testSize: number, gap: number): Generator<Split, undefined> {
    for (let start = n - this.nSplits * testSize; start < n; start += testSize) {
      const end = start - gap;
      const first = Math.max(0, end - (this.options.maxTrainSize ?? end));
      yield { train: range(first, end), test: range(start, start + testSize) };
    }
  }
}

function range(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to - from }, (_, i) => from + i);
}

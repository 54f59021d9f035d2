import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { aRandomState, type RandomStateLike, randomSource } from './random-source.js';
import { resolveSizes, type SplitSizes } from './sizes.js';
import { checkWhole, countSamples, type Samples, type Split, type Splitter } from './splitter.js';

/** How random splits are made. */
export interface ShuffleSplitOptions extends SplitSizes {
  /** The number of splits; 10 by default. */
  readonly nSplits?: number;
  /** Where they are drawn from. */
  readonly randomState?: RandomStateLike;
}

/** The names of the options, for checks. */
export const SHUFFLE_OPTIONS = {
  nSplits: 1,
  testSize: 'number',
  trainSize: 'number',
  randomState: aRandomState,
} as const;

/** The test part where no size is given. */
export const DEFAULT_TEST_SIZE = 0.1;

/**
 * Random splits, drawn independently of each other: scikit-learn's `ShuffleSplit`, index for index. The test part is a
 * tenth by default. Throws where the sizes do not fit the rows.
 *
 * @example
 * ```ts
 * import { ShuffleSplit } from '@kindling/data';
 *
 * const [first] = new ShuffleSplit({ nSplits: 1, testSize: 0.25, randomState: 0 }).split(6);
 * console.log(first?.train, first?.test); // => Int32Array(4) [ 1, 3, 0, 4 ] Int32Array(2) [ 5, 2 ]
 * ```
 */
export class ShuffleSplit implements Splitter {
  readonly nSplits: number;
  private readonly options: ShuffleSplitOptions;

  constructor(options: ShuffleSplitOptions = {}) {
    checkOptions(ArgumentError, 'ShuffleSplit', options, SHUFFLE_OPTIONS);
    this.nSplits = options.nSplits ?? 10;
    checkWhole('ShuffleSplit', 'nSplits', this.nSplits, 1);
    this.options = options;
  }

  split(x: Samples): IterableIterator<Split> {
    const n = countSamples('ShuffleSplit', x);
    return this.draws(n, resolveSizes('ShuffleSplit', n, this.options, DEFAULT_TEST_SIZE));
  }

  private *draws(n: number, size: { train: number; test: number }): Generator<Split, undefined> {
    const rng = randomSource(this.options.randomState);
    for (let i = 0; i < this.nSplits; i++) {
      const order = rng.permutation(n);
      yield { train: order.slice(size.test, size.test + size.train), test: order.slice(0, size.test) };
    }
  }
}

import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { checkFlag } from '../preprocessing/transformer.js';
import { aRandomState, type RandomStateLike, randomSource } from './random-source.js';
import { checkWhole, countSamples, type Samples, type Split, type Splitter, splitBy } from './splitter.js';

/** How folds are made. */
export interface KFoldOptions {
  /** The number of folds, 2 or more; 5 by default. */
  readonly nSplits?: number;
  /** Whether rows are assigned to folds at random; in order by default. */
  readonly shuffle?: boolean;
  /** Where shuffling draws from; without `shuffle` it is an error. */
  readonly randomState?: RandomStateLike;
}

/** The checked options of a k-fold split. */
export function checkFolds(where: string, options: KFoldOptions): { nSplits: number; shuffle: boolean } {
  checkOptions(ArgumentError, where, options, { nSplits: 1, shuffle: 1, randomState: aRandomState });
  const { nSplits = 5, shuffle = false, randomState } = options;
  checkWhole(where, 'nSplits', nSplits, 2);
  checkFlag(where, 'shuffle', shuffle);
  if (!shuffle && randomState !== undefined) {
    throw new ArgumentError(`${where}: randomState has no effect without shuffle: true`);
  }
  return { nSplits, shuffle };
}

/** Throws where there are fewer rows than folds. */
export function checkFoldCount(where: string, nSplits: number, n: number): void {
  if (nSplits > n) throw new ArgumentError(`${where}: cannot make ${nSplits} folds of ${n} rows`);
}

/**
 * Each fold is the test part once, and all others are then the training part: scikit-learn's `KFold`, index for index.
 * Of n rows the first `n % nSplits` folds have one more than the others. Throws where there are fewer rows than folds.
 *
 * @example
 * ```ts
 * import { KFold } from '@kindling/data';
 *
 * const folds = [...new KFold({ nSplits: 2, shuffle: true, randomState: 0 }).split(5)];
 * console.log(folds.map(({ test }) => [...test])); // => [ [ 0, 1, 2 ], [ 3, 4 ] ]
 * ```
 */
export class KFold implements Splitter {
  readonly nSplits: number;
  private readonly shuffle: boolean;
  private readonly randomState: RandomStateLike | undefined;

  constructor(options: KFoldOptions = {}) {
    const { nSplits, shuffle } = checkFolds('KFold', options);
    this.nSplits = nSplits;
    this.shuffle = shuffle;
    this.randomState = options.randomState;
  }

  split(x: Samples): IterableIterator<Split> {
    const n = countSamples('KFold', x);
    checkFoldCount('KFold', this.nSplits, n);
    return this.folds(n);
  }

  private *folds(n: number): Generator<Split, undefined> {
    const order = Int32Array.from({ length: n }, (_, i) => i);
    if (this.shuffle) randomSource(this.randomState).shuffle(order);
    const foldOf = new Int32Array(n);
    let next = 0;
    for (let fold = 0; fold < this.nSplits; fold++) {
      const size = Math.floor(n / this.nSplits) + (fold < n % this.nSplits ? 1 : 0);
      for (let i = 0; i < size; i++) foldOf[order[next++]!] = fold;
    }
    for (let fold = 0; fold < this.nSplits; fold++) yield splitBy(n, (row) => foldOf[row] === fold);
  }
}

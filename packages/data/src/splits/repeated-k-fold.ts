import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { KFold } from './k-fold.js';
import { aRandomState, type RandomStateLike, randomSource } from './random-source.js';
import { inTurn, type RepeatedStratifiedKFoldOptions } from './repeated-stratified-k-fold.js';
import { checkWhole, type Samples, type Split, type Splitter } from './splitter.js';

/**
 * Shuffled folds, several times over: scikit-learn's `RepeatedKFold`, index for index. `nSplits` is folds times repeats. Throws as
 * `KFold` does.
 *
 * @example
 * ```ts
 * import { RepeatedKFold } from '@kindling/data';
 *
 * const splitter = new RepeatedKFold({ nSplits: 2, nRepeats: 2, randomState: 2652124 });
 * const tests = [...splitter.split(4)].map(({ test }) => [...test]);
 * console.log(tests); // => [ [ 2, 3 ], [ 0, 1 ], [ 0, 3 ], [ 1, 2 ] ]
 * ```
 */
export class RepeatedKFold implements Splitter {
  readonly nSplits: number;
  private readonly nFolds: number;
  private readonly nRepeats: number;
  private readonly randomState: RandomStateLike | undefined;

  constructor(options: RepeatedStratifiedKFoldOptions = {}) {
    const where = 'RepeatedKFold';
    checkOptions(ArgumentError, where, options, { nSplits: 1, nRepeats: 1, randomState: aRandomState });
    const { nSplits = 5, nRepeats = 10, randomState } = options;
    checkWhole(where, 'nSplits', nSplits, 2);
    checkWhole(where, 'nRepeats', nRepeats, 1);
    this.nFolds = nSplits;
    this.nRepeats = nRepeats;
    this.nSplits = nSplits * nRepeats;
    this.randomState = randomState;
  }

  split(x: Samples): IterableIterator<Split> {
    const folds = new KFold({ nSplits: this.nFolds, shuffle: true, randomState: randomSource(this.randomState) });
    return inTurn(Array.from({ length: this.nRepeats }, () => folds.split(x)));
  }
}

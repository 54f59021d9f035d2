import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { aRandomState, type RandomStateLike, randomSource } from './random-source.js';
import { checkWhole, type Labels, type Samples, type Split, type Splitter } from './splitter.js';
import { StratifiedKFold } from './stratified-k-fold.js';

/** How stratified folds are repeated. */
export interface RepeatedStratifiedKFoldOptions {
  /** The number of folds, 2 or more; 5 by default. */
  readonly nSplits?: number;
  /** How often they are drawn anew, 1 or more; 10 by default. */
  readonly nRepeats?: number;
  /** Where the folds are drawn from; one stream for all repeats. */
  readonly randomState?: RandomStateLike;
}

/**
 * Shuffled stratified folds, several times over: scikit-learn's `RepeatedStratifiedKFold`, index for index. `nSplits`
 * is folds times repeats. Throws as `StratifiedKFold` does.
 *
 * @example
 * ```ts
 * import { RepeatedStratifiedKFold } from '@kindling/data';
 *
 * const splitter = new RepeatedStratifiedKFold({ nSplits: 2, nRepeats: 2, randomState: 36851234 });
 * const tests = [...splitter.split(4, [0, 0, 1, 1])].map(({ test }) => [...test]);
 * console.log(tests); // => [ [ 0, 3 ], [ 1, 2 ], [ 0, 2 ], [ 1, 3 ] ]
 * ```
 */
export class RepeatedStratifiedKFold implements Splitter {
  readonly nSplits: number;
  private readonly nFolds: number;
  private readonly nRepeats: number;
  private readonly randomState: RandomStateLike | undefined;

  constructor(options: RepeatedStratifiedKFoldOptions = {}) {
    checkOptions(ArgumentError, 'RepeatedStratifiedKFold', options, {
      nSplits: 1,
      nRepeats: 1,
      randomState: aRandomState,
    });
    const { nSplits = 5, nRepeats = 10, randomState } = options;
    checkWhole('RepeatedStratifiedKFold', 'nSplits', nSplits, 2);
    checkWhole('RepeatedStratifiedKFold', 'nRepeats', nRepeats, 1);
    this.nFolds = nSplits;
    this.nRepeats = nRepeats;
    this.nSplits = nSplits * nRepeats;
    this.randomState = randomState;
  }

  split(x: Samples, y?: Labels): IterableIterator<Split> {
    const folds = new StratifiedKFold({
      nSplits: this.nFolds,
      shuffle: true,
      randomState: randomSource(this.randomState),
    });
    return inTurn(Array.from({ length: this.nRepeats }, () => folds.split(x, y)));
  }
}

/** The splits of each repeat, one repeat after the other. */
export function* inTurn(repeats: readonly IterableIterator<Split>[]): Generator<Split, undefined> {
  for (const splits of repeats) yield* splits;
}

import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { encodeLabels } from '../preprocessing/labels.js';
import { countSamples, labelList, type Samples, type Split, type Splitter, splitBy } from './splitter.js';

/**
 * Splits that are given beforehand: scikit-learn's `PredefinedSplit`. `testFold` says for each row in which fold it is tested, -1
 * for a row that is always trained on. Throws where it has not a whole number for each row, or no fold.
 *
 * @example
 * ```ts
 * import { PredefinedSplit } from '@kindling/data';
 *
 * const splits = [...new PredefinedSplit({ testFold: [0, 1, -1, 1] }).split(4)];
 * console.log(splits.map(({ test }) => [...test])); // => [ [ 0 ], [ 1, 3 ] ]
 * ```
 */
export class PredefinedSplit implements Splitter {
  readonly nSplits: number;
  private readonly foldOf: Int32Array;
  private readonly folds: readonly number[];

  constructor(options: { readonly testFold: ArrayLike<number> }) {
    const where = 'PredefinedSplit';
    checkOptions(ArgumentError, where, options, { testFold: 1 });
    const given = options?.testFold as ArrayLike<number> | undefined;
    const list = labelList(where, 'folds', given?.length ?? 0, given ?? (options as never)) as ArrayLike<number>;
    const { classes } = encodeLabels(where, list);
    for (const fold of classes) {
      if (!Number.isSafeInteger(fold) || fold < -1) {
        throw new ArgumentError(`${where}: a fold must be a whole number of 0 or more, or -1, got ${fold}`);
      }
    }
    this.folds = classes.filter((fold) => fold >= 0);
    if (this.folds.length === 0) throw new ArgumentError(`${where}: testFold has no fold`);
    this.foldOf = Int32Array.from(list);
    this.nSplits = this.folds.length;
  }

  split(x: Samples): IterableIterator<Split> {
    const n = countSamples('PredefinedSplit', x);
    labelList('PredefinedSplit', 'folds', n, this.foldOf);
    return this.splits();
  }

  private *splits(): Generator<Split, undefined> {
    for (const fold of this.folds) yield splitBy(this.foldOf.length, (row) => this.foldOf[row] === fold);
  }
}

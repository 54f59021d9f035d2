import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { encodeLabels } from '../preprocessing/labels.js';
import {
  checkWhole,
  countSamples,
  type Labels,
  labelList,
  type Samples,
  type Split,
  type Splitter,
  splitBy,
} from './splitter.js';

/**
 * Folds that never part the rows of a group, such as those of one patient, and are of much the same size: scikit-learn's
 * `GroupKFold`, the largest group first into the smallest fold. Throws where there are fewer groups than folds.
 *
 * @example
 * ```ts
 * import { GroupKFold } from '@kindling/data';
 *
 * const patients = ['ann', 'ann', 'bob', 'bob', 'bob', 'cid'];
 * const folds = [...new GroupKFold({ nSplits: 2 }).split(6, undefined, patients)];
 * console.log(folds.map(({ test }) => [...test])); // => [ [ 2, 3, 4 ], [ 0, 1, 5 ] ]
 * ```
 */
export class GroupKFold implements Splitter {
  readonly nSplits: number;

  constructor(options: { readonly nSplits?: number } = {}) {
    checkOptions(ArgumentError, 'GroupKFold', options, { nSplits: 1 });
    this.nSplits = options.nSplits ?? 5;
    checkWhole('GroupKFold', 'nSplits', this.nSplits, 2);
  }

  /** The folds; the labels are not looked at, and each row has a group. */
  split(x: Samples, _y?: Labels, groups?: Labels): IterableIterator<Split> {
    const where = 'GroupKFold';
    const n = countSamples(where, x);
    if (groups === undefined) throw new ArgumentError(`${where}: needs the groups as the third argument`);
    const { classes, codes } = encodeLabels(where, labelList(where, 'groups', n, groups));
    if (classes.length < this.nSplits) {
      throw new ArgumentError(`${where}: cannot make ${this.nSplits} folds of ${classes.length} groups`);
    }
    const counts = new Int32Array(classes.length);
    for (const code of codes) counts[code]!++;
    // Of groups of one size the last comes first.
    const order = Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || b - a);
    const sizes = new Int32Array(this.nSplits);
    const foldOf = new Int32Array(classes.length);
    for (const group of order) {
      const fold = sizes.indexOf(Math.min(...sizes));
      sizes[fold]! += counts[group]!;
      foldOf[group] = fold;
    }
    return folds(this.nSplits, n, (row) => foldOf[codes[row]!]!);
  }
}

function* folds(count: number, n: number, foldOf: (row: number) => number): Generator<Split, undefined> {
  for (let fold = 0; fold < count; fold++) yield splitBy(n, (row) => foldOf(row) === fold);
}

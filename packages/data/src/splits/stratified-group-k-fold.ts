import { ArgumentError } from '@kindling/tensor-core';
import { encodeLabels } from '../preprocessing/labels.js';
import { checkFolds, type KFoldOptions } from './k-fold.js';
import { type RandomStateLike, randomSource } from './random-source.js';
import {
  checkLabels,
  countSamples,
  type Labels,
  labelList,
  type Samples,
  type Split,
  type Splitter,
  splitBy,
} from './splitter.js';

/**
 * Folds that never part the rows of a group and hold the classes in the proportions of the whole as well as that allows:
 * scikit-learn's `StratifiedGroupKFold`, index for index, its way of shuffling included. Throws where every class has fewer rows
 * than there are folds; warns where one has.
 *
 * @example
 * ```ts
 * import { StratifiedGroupKFold } from '@kindling/data';
 *
 * const y = [0, 0, 1, 1, 0, 1];
 * const folds = [...new StratifiedGroupKFold({ nSplits: 2 }).split(6, y, ['a', 'a', 'b', 'b', 'c', 'c'])];
 * console.log(folds.map(({ test }) => [...test])); // => [ [ 0, 1, 4, 5 ], [ 2, 3 ] ]
 * ```
 */
export class StratifiedGroupKFold implements Splitter {
  readonly nSplits: number;
  private readonly shuffle: boolean;
  private readonly randomState: RandomStateLike | undefined;

  constructor(options: KFoldOptions = {}) {
    const { nSplits, shuffle } = checkFolds('StratifiedGroupKFold', options);
    this.nSplits = nSplits;
    this.shuffle = shuffle;
    this.randomState = options.randomState;
  }

  /** The folds; each row has a label and a group. */
  split(x: Samples, y?: Labels, groups?: Labels): IterableIterator<Split> {
    const where = 'StratifiedGroupKFold';
    const n = countSamples(where, x);
    const { classes, codes } = encodeLabels(where, checkLabels(where, n, y));
    if (groups === undefined) throw new ArgumentError(`${where}: needs the groups as the third argument`);
    const group = encodeLabels(where, labelList(where, 'groups', n, groups));
    const total = new Float64Array(classes.length);
    for (const code of codes) total[code]!++;
    const most = Math.max(...total);
    const least = Math.min(...total);
    if (most < this.nSplits)
      throw new ArgumentError(`${where}: cannot make ${this.nSplits} folds, the largest class has ${most} rows`);
    if (least < this.nSplits)
      console.warn(`${where}: the smallest class has ${least} rows, fewer than the ${this.nSplits} folds`);
    const counts = Array.from(group.classes, () => new Float64Array(classes.length));
    for (const [row, code] of codes.entries()) counts[group.codes[row]!]![code]!++;
    return this.folds(group.codes, counts, total);
  }

  private *folds(groupOf: Int32Array, counts: Float64Array[], total: Float64Array): Generator<Split, undefined> {
    const order = Int32Array.from(counts.keys());
    // The counts are shuffled and the groups are not: so does scikit-learn.
    if (this.shuffle) randomSource(this.randomState).shuffle(order);
    const shuffled = Array.from(order, (group) => counts[group]!);
    const spread = shuffled.map(deviation);
    const sorted = Array.from(counts.keys()).sort((a, b) => spread[b]! - spread[a]! || a - b);
    const inFold = Array.from({ length: this.nSplits }, () => new Float64Array(total.length));
    const foldOf = new Int32Array(counts.length);
    for (const group of sorted) {
      const fold = bestFold(inFold, shuffled[group]!, total);
      for (const [code, count] of shuffled[group]!.entries()) inFold[fold]![code]! += count;
      foldOf[group] = fold;
    }
    for (let fold = 0; fold < this.nSplits; fold++) {
      yield splitBy(groupOf.length, (row) => foldOf[groupOf[row]!] === fold);
    }
  }
}

/** The fold in which a group leaves the classes most evenly spread; of equal ones that with fewest rows. */
function bestFold(inFold: readonly Float64Array[], group: Float64Array, total: Float64Array): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [fold, counts] of inFold.entries()) {
    let sum = 0;
    for (const [code, all] of total.entries()) {
      const shares = inFold.map((other, i) => (other[code]! + (i === fold ? group[code]! : 0)) / all);
      sum += deviation(shares);
    }
    const uneven = sum / total.length;
    const rows = counts.reduce((a, b) => a + b, 0);
    const close = Math.abs(uneven - least) <= 1e-8 + 1e-5 * Math.abs(least);
    if (uneven < least || (close && rows < fewest)) {
      least = uneven;
      fewest = rows;
      best = fold;
    }
  }
  return best;
}

/** The standard deviation of a population. */
function deviation(values: ArrayLike<number>): number {
  const list = Array.from(values);
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  return Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / list.length);
}

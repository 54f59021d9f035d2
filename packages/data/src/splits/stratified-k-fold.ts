import { ArgumentError } from '@kindling/tensor-core';
import { encodeLabels, type Label } from '../preprocessing/labels.js';
import { checkFoldCount, checkFolds, type KFoldOptions } from './k-fold.js';
import { type RandomStateLike, randomSource } from './random-source.js';
import {
  checkLabels,
  countSamples,
  type Labels,
  type Samples,
  type Split,
  type Splitter,
  splitBy,
} from './splitter.js';

/**
 * Folds that hold the classes in the proportions of the whole: scikit-learn's `StratifiedKFold`, index for index.
 * Throws where labels are missing or fractional, or every class has fewer rows than there are folds; warns where one has.
 *
 * @example
 * ```ts
 * import { StratifiedKFold } from '@kindling/data';
 *
 * const y = ['a', 'b', 'a', 'b', 'a', 'b'];
 * const folds = [...new StratifiedKFold({ nSplits: 3, shuffle: true, randomState: 1 }).split(y.length, y)];
 * console.log(folds.map(({ test }) => [...test])); // => [ [ 0, 5 ], [ 1, 4 ], [ 2, 3 ] ]
 * ```
 */
export class StratifiedKFold implements Splitter {
  readonly nSplits: number;
  private readonly shuffle: boolean;
  private readonly randomState: RandomStateLike | undefined;

  constructor(options: KFoldOptions = {}) {
    const { nSplits, shuffle } = checkFolds('StratifiedKFold', options);
    this.nSplits = nSplits;
    this.shuffle = shuffle;
    this.randomState = options.randomState;
  }

  split(x: Samples, y?: Labels): IterableIterator<Split> {
    const n = countSamples('StratifiedKFold', x);
    const labels = checkLabels('StratifiedKFold', n, y);
    checkFoldCount('StratifiedKFold', this.nSplits, n);
    for (let i = 0; i < n; i++) {
      const label = labels[i];
      if (typeof label === 'number' && !Number.isInteger(label)) {
        throw new ArgumentError(`StratifiedKFold: labels must be classes, got the fraction ${label} at ${i}`);
      }
    }
    const { codes, counts } = byAppearance(labels);
    const least = Math.min(...counts);
    if (counts.every((count) => count < this.nSplits)) {
      throw new ArgumentError(
        `StratifiedKFold: cannot make ${this.nSplits} folds, the largest class has ${Math.max(...counts)} rows`,
      );
    }
    if (least < this.nSplits) {
      console.warn(`StratifiedKFold: the smallest class has ${least} rows, fewer than the ${this.nSplits} folds`);
    }
    return this.folds(codes, counts);
  }

  private *folds(codes: Int32Array, counts: readonly number[]): Generator<Split, undefined> {
    const { nSplits } = this;
    const rng = randomSource(this.randomState);
    // Dealing the rows, sorted by class, to the folds in turn says how many of each class a fold gets.
    const allocation = Array.from({ length: nSplits }, () => new Int32Array(counts.length));
    let dealt = 0;
    for (const [code, count] of counts.entries()) {
      for (let i = 0; i < count; i++) allocation[dealt++ % nSplits]![code]!++;
    }
    const foldOf = new Int32Array(codes.length);
    for (let code = 0; code < counts.length; code++) {
      const folds = Int32Array.from(allocation.flatMap((sizes, fold) => Array<number>(sizes[code]!).fill(fold)));
      if (this.shuffle) rng.shuffle(folds);
      let next = 0;
      for (let row = 0; row < codes.length; row++) if (codes[row] === code) foldOf[row] = folds[next++]!;
    }
    for (let fold = 0; fold < nSplits; fold++) yield splitBy(codes.length, (row) => foldOf[row] === fold);
  }
}

/** The classes as numbers in the order in which they first appear, so that renaming one changes nothing. */
function byAppearance(labels: ArrayLike<Label>): { codes: Int32Array; counts: number[] } {
  const { codes: sorted } = encodeLabels('StratifiedKFold', labels);
  const seen = new Map<number, number>();
  const counts: number[] = [];
  const codes = sorted.map((code) => {
    if (!seen.has(code)) seen.set(code, seen.size);
    const place = seen.get(code)!;
    counts[place] = (counts[place] ?? 0) + 1;
    return place;
  });
  return { codes, counts };
}

import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { encodeLabels } from '../preprocessing/labels.js';
import { SHUFFLE_OPTIONS, ShuffleSplit, type ShuffleSplitOptions } from './shuffle-split.js';
import {
  checkWhole,
  countSamples,
  type Labels,
  labelList,
  type Samples,
  type Split,
  type Splitter,
} from './splitter.js';

/**
 * Random splits that never part the rows of a group: scikit-learn's `GroupShuffleSplit`, index for index. Sizes are in groups,
 * not rows; a fifth of the groups by default, in 5 splits. Throws where the sizes do not fit the groups.
 *
 * @example
 * ```ts
 * import { GroupShuffleSplit } from '@kindling/data';
 *
 * const patients = ['ann', 'ann', 'bob', 'bob', 'cid'];
 * const [first] = new GroupShuffleSplit({ nSplits: 1, testSize: 1, randomState: 0 }).split(5, undefined, patients);
 * console.log(first?.train, first?.test); // => Int32Array(4) [ 0, 1, 2, 3 ] Int32Array(1) [ 4 ]
 * ```
 */
export class GroupShuffleSplit implements Splitter {
  readonly nSplits: number;
  private readonly options: ShuffleSplitOptions;

  constructor(options: ShuffleSplitOptions = {}) {
    checkOptions(ArgumentError, 'GroupShuffleSplit', options, SHUFFLE_OPTIONS);
    this.nSplits = options.nSplits ?? 5;
    checkWhole('GroupShuffleSplit', 'nSplits', this.nSplits, 1);
    const { testSize, trainSize } = options;
    const sizes = testSize === undefined && trainSize === undefined ? { testSize: 0.2 } : {};
    this.options = { ...options, ...sizes, nSplits: this.nSplits };
  }

  /** The splits; the labels are not looked at, and each row has a group. */
  split(x: Samples, _y?: Labels, groups?: Labels): IterableIterator<Split> {
    const where = 'GroupShuffleSplit';
    const n = countSamples(where, x);
    if (groups === undefined) throw new ArgumentError(`${where}: needs the groups as the third argument`);
    const { classes, codes } = encodeLabels(where, labelList(where, 'groups', n, groups));
    return inRows(new ShuffleSplit(this.options).split(classes.length), codes);
  }
}

/** Splits of groups as splits of their rows. */
function* inRows(splits: Iterable<Split>, codes: Int32Array): Generator<Split, undefined> {
  for (const { train, test } of splits) {
    const rowsOf = (groups: Int32Array): Int32Array => {
      const chosen = new Set(groups);
      return Int32Array.from(codes.keys()).filter((row) => chosen.has(codes[row]!));
    };
    yield { train: rowsOf(train), test: rowsOf(test) };
  }
}

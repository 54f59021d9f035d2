import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { encodeLabels, type Label, show } from '../preprocessing/labels.js';
import { approximateMode } from './approximate-mode.js';
import { type RandomSource, randomSource } from './random-source.js';
import { DEFAULT_TEST_SIZE, SHUFFLE_OPTIONS, type ShuffleSplitOptions } from './shuffle-split.js';
import { resolveSizes } from './sizes.js';
import {
  checkLabels,
  checkWhole,
  countSamples,
  type Labels,
  type Samples,
  type Split,
  type Splitter,
} from './splitter.js';

/**
 * Random splits that hold the classes in the proportions of the whole: scikit-learn's `StratifiedShuffleSplit`, index
 * for index. Throws where the sizes do not fit, a class has a single row, or a side has fewer rows than there are
 * classes.
 *
 * @example
 * ```ts
 * import { StratifiedShuffleSplit } from '@kindling/data';
 *
 * const splitter = new StratifiedShuffleSplit({ nSplits: 1, testSize: 0.5, randomState: 0 });
 * const [first] = splitter.split(6, [0, 0, 0, 1, 1, 1]);
 * console.log(first?.train, first?.test); // => Int32Array(3) [ 5, 2, 3 ] Int32Array(3) [ 4, 1, 0 ]
 * ```
 */
export class StratifiedShuffleSplit implements Splitter {
  readonly nSplits: number;
  private readonly options: ShuffleSplitOptions;

  constructor(options: ShuffleSplitOptions = {}) {
    checkOptions(ArgumentError, 'StratifiedShuffleSplit', options, SHUFFLE_OPTIONS);
    this.nSplits = options.nSplits ?? 10;
    checkWhole('StratifiedShuffleSplit', 'nSplits', this.nSplits, 1);
    this.options = options;
  }

  split(x: Samples, y?: Labels): IterableIterator<Split> {
    const where = 'StratifiedShuffleSplit';
    const n = countSamples(where, x);
    const labels = checkLabels(where, n, y);
    const size = resolveSizes(where, n, this.options, DEFAULT_TEST_SIZE);
    const rows = rowsByClass(where, labels);
    const single = rows.find(({ members }) => members.length < 2);
    if (single) throw new ArgumentError(`${where}: class ${show(single.label)} has 1 row, which cannot be split`);
    for (const side of ['train', 'test'] as const) {
      if (size[side] < rows.length) {
        throw new ArgumentError(`${where}: ${size[side]} ${side} rows cannot hold all ${rows.length} classes`);
      }
    }
    return this.draws(
      rows.map(({ members }) => members),
      size,
    );
  }

  private *draws(rows: readonly Int32Array[], size: { train: number; test: number }): Generator<Split, undefined> {
    const rng = randomSource(this.options.randomState);
    for (let i = 0; i < this.nSplits; i++) yield drawStratified(rows, size, rng);
  }
}

function drawStratified(rows: readonly Int32Array[], size: { train: number; test: number }, rng: RandomSource): Split {
  const counts = rows.map((members) => members.length);
  const toTrain = approximateMode(counts, size.train, rng);
  const left = counts.map((count, i) => count - toTrain[i]!);
  const toTest = approximateMode(left, size.test, rng);
  const train: number[] = [];
  const test: number[] = [];
  for (const [i, members] of rows.entries()) {
    const order = rng.permutation(members.length).map((place) => members[place]!);
    train.push(...order.subarray(0, toTrain[i]!));
    test.push(...order.subarray(toTrain[i]!, toTrain[i]! + toTest[i]!));
  }
  const split = { train: Int32Array.from(train), test: Int32Array.from(test) };
  rng.shuffle(split.train);
  rng.shuffle(split.test);
  return split;
}

/** The rows of each class, in order, the classes in ascending order. */
function rowsByClass(where: string, labels: ArrayLike<Label>): { label: Label; members: Int32Array }[] {
  const { classes, codes } = encodeLabels(where, labels);
  const members = classes.map((): number[] => []);
  for (const [row, code] of codes.entries()) members[code]!.push(row);
  return classes.map((label, code) => ({ label, members: Int32Array.from(members[code]!) }));
}

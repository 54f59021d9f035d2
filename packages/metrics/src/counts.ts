import { checkLengths, type Label, type Labels, readLabels, readWeights, type Scores } from './inputs.js';
import { distinct, readLabelOption } from './labels.js';
import { codeTexts } from './text-labels.js';

/** For each class, the weight of samples predicted right, predicted as it, and truly in it. */
export interface ClassCounts {
  /** The classes counted, in the order of the arrays below. */
  readonly labels: number[];
  /** The classes that occur in either argument, ascending. */
  readonly present: number[];
  readonly truePositive: number[];
  readonly predicted: number[];
  readonly actual: number[];
  /** The weight of all samples. */
  readonly total: number;
  /** The label that a number in `labels` stands for. */
  readonly name: (code: number) => number | string;
}

/** Counts a classifier's hits a class: the one pass from which precision, recall, F and specificity follow. */
export function classCounts(
  where: string,
  yTrue: Labels,
  yPred: Labels,
  options: { labels?: ArrayLike<Label> | undefined; sampleWeight?: Scores | undefined },
): ClassCounts {
  const {
    columns,
    options: coded,
    name,
  } = codeTexts(
    where,
    [
      ['yTrue', yTrue],
      ['yPred', yPred],
    ],
    options,
  );
  const truth = readLabels(where, 'yTrue', columns[0]!);
  const guess = readLabels(where, 'yPred', columns[1]!);
  checkLengths(where, 'yTrue', truth.length, 'yPred', guess.length);
  const weights = readWeights(where, options.sampleWeight, truth.length);
  const present = distinct(truth, guess);
  const labels = coded.labels === undefined ? present : readLabelOption(where, coded.labels);

  const index = new Map(labels.map((label, i) => [label, i]));
  const truePositive = labels.map(() => 0);
  const predicted = labels.map(() => 0);
  const actual = labels.map(() => 0);
  let total = 0;
  for (let i = 0; i < truth.length; i++) {
    const weight = weights[i]!;
    const t = index.get(truth[i]!);
    const p = index.get(guess[i]!);
    if (t !== undefined) actual[t]! += weight;
    if (p !== undefined) predicted[p]! += weight;
    if (t !== undefined && t === p) truePositive[t]! += weight;
    total += weight;
  }
  return { labels, present, truePositive, predicted, actual, total, name };
}

import { aColumn, checkOptions, type Known } from '@internal/arguments';
import { MetricError } from './errors.js';
import { checkLengths, type Labels, readLabels, readWeights, type ScoreRows, type Scores } from './inputs.js';
import { bothRows, readBothMarks } from './multilabel.js';
import { sum } from './sum.js';
import { codeTexts } from './text-labels.js';

/** Options of {@link accuracyScore}. */
export interface AccuracyOptions {
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
  /** `true` (the default) for a fraction, `false` for the weight of the samples that are right. */
  normalize?: boolean | undefined;
}

/** The names of {@link AccuracyOptions}. */
export const knownAccuracy: Known<AccuracyOptions> = { sampleWeight: aColumn, normalize: 'boolean' };
const where = 'accuracyScore';

/**
 * The fraction of samples whose predicted class is the true one, in [0, 1]; of rows of zeros and ones, one column a label,
 * the fraction of rows that are right in every label. Equal to scikit-learn's `accuracy_score`.
 *
 * @param yTrue the true classes, `[n]`, or rows of 0 and 1, `[n, labels]`
 * @param yPred the predicted ones, of the same shape
 * @throws MetricError for an empty argument, different lengths, or a value that is no class label (NaN, 0.7)
 * @example
 * ```ts
 * import { accuracyScore } from '@kindling/metrics';
 *
 * console.log(accuracyScore([0, 1, 1, 0], [0, 1, 0, 0])); // => 0.75
 * console.log(accuracyScore([0, 1, 1, 0], [0, 1, 0, 0], { normalize: false })); // => 3
 * console.log(accuracyScore([[0, 1], [1, 1]], [[0, 1], [1, 0]])); // => 0.5
 * ```
 */
export function accuracyScore(
  yTrue: Labels | ScoreRows,
  yPred: Labels | ScoreRows,
  options: AccuracyOptions = {},
): number {
  checkOptions(MetricError, where, options, knownAccuracy);
  const { right, total } = hitsOrRows(where, yTrue, yPred, options.sampleWeight);
  return options.normalize === false ? right : right / total;
}

/** As {@link hits}, also of rows of marks: right is a row of which every mark is. */
export function hitsOrRows(
  where: string,
  yTrue: Labels | ScoreRows,
  yPred: Labels | ScoreRows,
  sampleWeight: Scores | undefined,
): { right: number; total: number } {
  if (!bothRows(where, yTrue, yPred)) return hits(where, yTrue as Labels, yPred as Labels, sampleWeight);
  const { truth, guess } = readBothMarks(where, yTrue as ScoreRows, yPred as ScoreRows);
  const weights = readWeights(where, sampleWeight, truth.length);
  const counted = weights.map((weight, i) => (truth[i]!.every((mark, j) => mark === guess[i]![j]) ? weight : 0));
  return { right: sum(counted), total: sum(weights) };
}

/** The weight of the samples that are right, and of all; for the metrics that follow from these two. */
export function hits(
  where: string,
  yTrue: Labels,
  yPred: Labels,
  sampleWeight: Scores | undefined,
): { right: number; total: number } {
  const { columns } = codeTexts(
    where,
    [
      ['yTrue', yTrue],
      ['yPred', yPred],
    ],
    {},
  );
  const truth = readLabels(where, 'yTrue', columns[0]!);
  const guess = readLabels(where, 'yPred', columns[1]!);
  checkLengths(where, 'yTrue', truth.length, 'yPred', guess.length);
  if (sampleWeight === undefined) {
    let right = 0;
    for (let i = 0; i < truth.length; i++) if (truth[i] === guess[i]) right++;
    return { right, total: truth.length };
  }
  const weights = readWeights(where, sampleWeight, truth.length);
  const counted = new Float64Array(truth.length);
  for (let i = 0; i < truth.length; i++) if (truth[i] === guess[i]) counted[i] = weights[i]!;
  return { right: sum(counted), total: sum(weights) };
}

import { checkOptions, type Known } from '@internal/arguments';
import { MetricError } from './errors.js';
import { checkLengths, type Labels, readLabels, readWeights, type Scores } from './inputs.js';
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
export const knownAccuracy: Known<AccuracyOptions> = { sampleWeight: 1, normalize: 1 };
const where = 'accuracyScore';

/**
 * The fraction of samples whose predicted class is the true one, in [0, 1].
 * Equal to scikit-learn's `accuracy_score`.
 *
 * @param yTrue the true classes, `[n]`
 * @param yPred the predicted classes, `[n]`
 * @throws MetricError for an empty argument, different lengths, or a value that is no class label (NaN, 0.7)
 * @example
 * ```ts
 * import { accuracyScore } from '@kindling/metrics';
 *
 * console.log(accuracyScore([0, 1, 1, 0], [0, 1, 0, 0])); // => 0.75
 * console.log(accuracyScore([0, 1, 1, 0], [0, 1, 0, 0], { normalize: false })); // => 3
 * ```
 */
export function accuracyScore(yTrue: Labels, yPred: Labels, options: AccuracyOptions = {}): number {
  checkOptions(MetricError, where, options, knownAccuracy);
  const { right, total } = hits(where, yTrue, yPred, options.sampleWeight);
  return options.normalize === false ? right : right / total;
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

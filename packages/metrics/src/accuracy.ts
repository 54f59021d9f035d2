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
  const { columns } = codeTexts(
    'accuracyScore',
    [
      ['yTrue', yTrue],
      ['yPred', yPred],
    ],
    {},
  );
  const truth = readLabels('accuracyScore', 'yTrue', columns[0]!);
  const guess = readLabels('accuracyScore', 'yPred', columns[1]!);
  checkLengths('accuracyScore', 'yTrue', truth.length, 'yPred', guess.length);
  const weights = readWeights('accuracyScore', options.sampleWeight, truth.length);
  const right = sum(weights.map((weight, i) => (truth[i] === guess[i] ? weight : 0)));
  return options.normalize === false ? right : right / sum(weights);
}

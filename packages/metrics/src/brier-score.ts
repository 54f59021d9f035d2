import { checkOptions } from '@internal/arguments';
import { MetricError } from './errors.js';
import { checkLengths, type Labels, readLabels, readProbabilities, readWeights, type Scores } from './inputs.js';
import { asLabel, checkBinary, distinct } from './labels.js';
import { knownRanking, type RankingOptions } from './ranking.js';
import { dot, sum } from './sum.js';
import { checkPositiveText, codeTexts } from './text-labels.js';

/**
 * The mean squared distance of a probability from what happened, in [0, 1]; smaller is better (Brier, "Verification of
 * forecasts expressed in terms of probability", 1950). Equal to scikit-learn's `brier_score_loss`.
 *
 * @param yTrue the true classes, `[n]`, of at most two kinds
 * @param yProb the probability of the positive class, `[n]`; the larger label is positive unless `posLabel` says else
 * @throws MetricError for an empty argument, different lengths, a value outside [0, 1], or more than two classes
 * @example
 * ```ts
 * import { brierScoreLoss } from '@kindling/metrics';
 *
 * console.log(brierScoreLoss([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]).toFixed(4)); // => 0.0375
 * ```
 */
export function brierScoreLoss(yTrue: Labels, yProb: Scores, options: RankingOptions = {}): number {
  const where = 'brierScoreLoss';
  checkOptions(MetricError, where, options, knownRanking);
  checkPositiveText(where, yTrue, options.posLabel);
  const { columns, options: coded } = codeTexts(where, [['yTrue', yTrue]], options);
  const truth = readLabels(where, 'yTrue', columns[0]!);
  const probabilities = readProbabilities(where, 'yProb', yProb);
  checkLengths(where, 'yTrue', truth.length, 'yProb', probabilities.length);
  const weights = readWeights(where, options.sampleWeight, truth.length);
  const present = distinct(truth);
  checkBinary(where, present);
  const positive = coded.posLabel === undefined ? largerLabel(present) : asLabel(where, 'posLabel', coded.posLabel);
  const squares = new Float64Array(truth.length);
  for (let i = 0; i < squares.length; i++) {
    const difference = (truth[i] === positive ? 1 : 0) - probabilities[i]!;
    squares[i] = difference * difference;
  }
  return dot(squares, weights) / sum(weights);
}

/** 1 where the labels fit a 0/1 or -1/1 problem (of which one class may be missing), else the larger that occurs. */
function largerLabel(present: readonly number[]): number {
  const usual = present.every((label) => label === 0 || label === 1) || present.every((label) => Math.abs(label) === 1);
  return usual ? 1 : present.at(-1)!;
}

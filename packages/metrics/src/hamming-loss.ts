import { aColumn, checkOptions, type Known } from '@internal/arguments';
import { hits } from './accuracy.js';
import { MetricError } from './errors.js';
import { type Labels, readWeights, type ScoreRows, type Scores } from './inputs.js';
import { bothRows, readBothMarks } from './multilabel.js';
import { sum } from './sum.js';

/** Options of {@link hammingLoss}. */
export interface HammingOptions {
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
}

const known: Known<HammingOptions> = { sampleWeight: aColumn };
const where = 'hammingLoss';

/**
 * The fraction of labels that are wrong: of one class a sample the same as `zeroOneLoss`; of rows of zeros and ones, one
 * column a label, the fraction of cells. Equal to scikit-learn's `hamming_loss`.
 *
 * @param yTrue the true classes, `[n]`, or rows of 0 and 1, `[n, labels]`
 * @param yPred the predicted ones, of the same shape
 * @throws MetricError for an empty argument, different lengths, or a value that is no class label
 * @example
 * ```ts
 * import { hammingLoss } from '@kindling/metrics';
 *
 * console.log(hammingLoss([0, 1, 2, 2], [0, 2, 2, 2])); // => 0.25
 * console.log(hammingLoss([[0, 1, 1], [1, 0, 1]], [[0, 1, 1], [1, 1, 0]]).toFixed(3)); // => 0.333
 * ```
 */
export function hammingLoss(
  yTrue: Labels | ScoreRows,
  yPred: Labels | ScoreRows,
  options: HammingOptions = {},
): number {
  checkOptions(MetricError, where, options, known);
  if (!bothRows(where, yTrue, yPred)) {
    const { right, total } = hits(where, yTrue as Labels, yPred as Labels, options.sampleWeight);
    return (total - right) / total;
  }
  const { truth, guess } = readBothMarks(where, yTrue as ScoreRows, yPred as ScoreRows);
  const width = truth[0]!.length;
  const weights = readWeights(where, options.sampleWeight, truth.length);
  const wrong = weights.map((weight, i) => weight * truth[i]!.filter((mark, c) => mark !== guess[i]![c]).length);
  return sum(wrong) / (width * sum(weights));
}

import { checkChoice, checkOptions, type Known } from '@internal/arguments';
import { MetricError } from './errors.js';
import { type Labels, readLabels, readRows, readWeights, type ScoreRows, type Scores } from './inputs.js';
import { checkBinary, distinct } from './labels.js';
import { averageOfLabels, bothRows, type LabelAverage, readMarks } from './multilabel.js';
import { curveOf } from './precision-recall-curve.js';
import { knownRanking, type RankingOptions } from './ranking.js';
import { sum } from './sum.js';
import { codeTexts } from './text-labels.js';

/** Options of {@link averagePrecisionScore}. */
export interface AveragePrecisionOptions extends RankingOptions {
  /** Rows of marks only: how labels are put together; `'macro'` when left out. A label, or sample, without a mark counts as 0. */
  average?: LabelAverage | undefined;
}

const known: Known<AveragePrecisionOptions> = { ...knownRanking, average: 1 };

/**
 * The mean of precision over the steps of recall, sum of (R_i - R_(i-1)) P_i: the precision-recall curve as one number
 * in [0, 1]. Equal to scikit-learn's `average_precision_score`.
 *
 * @param yTrue the true classes, `[n]`, or rows of 0 and 1, one column a label, `[n, labels]`
 * @param yScore a score that grows with belief in the positive class or label, of the same shape
 * @throws MetricError for an empty argument, different lengths, a score that is not finite, or no positive sample
 * @example
 * ```ts
 * import { averagePrecisionScore } from '@kindling/metrics';
 *
 * console.log(averagePrecisionScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).toFixed(4)); // => 0.8333
 * ```
 */
export function averagePrecisionScore(
  yTrue: Labels | ScoreRows,
  yScore: Scores | ScoreRows,
  options: AveragePrecisionOptions = {},
): number {
  const where = 'averagePrecisionScore';
  checkOptions(MetricError, where, options, known);
  const { average, posLabel, sampleWeight } = options;
  if (!bothRows(where, yTrue, yScore, 'yScore')) {
    if (average !== undefined) throw new MetricError(`${where}: average is for rows of marks, one column a label`);
    return areaOf(where, yTrue as Labels, yScore as Scores, options);
  }
  if (posLabel !== undefined) throw new MetricError(`${where}: posLabel is for one class a sample`);
  checkChoice(MetricError, where, 'average', average ?? 'macro', ['macro', 'micro', 'weighted', 'samples']);
  const truth = readMarks(where, 'yTrue', yTrue as ScoreRows);
  const weights = readWeights(where, sampleWeight, truth.length);
  const scores = readRows(where, 'yScore', yScore as ScoreRows);
  return averageOfLabels(where, truth, scores, weights, average ?? 'macro', (marks, one, each) =>
    marks.some((mark, i) => mark === 1 && each[i]! > 0) ? areaOf(where, marks, one, { sampleWeight: each }) : 0,
  );
}

function areaOf(where: string, yTrue: Labels, yScore: Scores, options: RankingOptions): number {
  const { columns } = codeTexts(where, [['yTrue', yTrue]], {});
  const present = distinct(readLabels(where, 'yTrue', columns[0]!));
  checkBinary(where, present);
  // Of labels that are numbers 1 is the positive one, unless another is named, as in scikit-learn.
  const one = options.posLabel === undefined && columns[0] === yTrue && present.includes(1) ? { posLabel: 1 } : {};
  const { precision, recall } = curveOf(where, yTrue, yScore, { ...options, ...one });
  // From the lowest threshold up, in scikit-learn's order of adding.
  const parts = new Float64Array(recall.length);
  for (let i = 0, last = recall.length - 1; i <= last; i++) {
    parts[last - i] = (recall[i]! - (i === 0 ? 0 : recall[i - 1]!)) * precision[i]!;
  }
  return sum(parts);
}

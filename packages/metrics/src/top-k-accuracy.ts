import { aColumn, anArray, checkOptions, type Known } from '@internal/arguments';
import { type ClassScores, checkWidth, readClassScores } from './class-scores.js';
import { MetricError } from './errors.js';
import { type Label, type Labels, readWeights, type ScoreRows, type Scores } from './inputs.js';
import { brief } from './labels.js';
import { whole } from './statistics/checks.js';
import { sum } from './sum.js';

/** Options of {@link topKAccuracyScore}. */
export interface TopKOptions {
  /** How many guesses there are; 2 when left out. */
  k?: number | undefined;
  /** The class of each column; those that occur in `yTrue`, ascending, when left out. */
  labels?: ArrayLike<Label> | undefined;
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
  /** `true` (the default) for a fraction, `false` for the weight of the samples that are right. */
  normalize?: boolean | undefined;
}

const known: Known<TopKOptions> = { k: 1, labels: anArray, sampleWeight: aColumn, normalize: 'boolean' };
const where = 'topKAccuracyScore';

/**
 * The fraction of samples whose true class is among the `k` with the highest scores; among equal scores the later column
 * comes first. Equal to scikit-learn's `top_k_accuracy_score`.
 *
 * @param yTrue the true classes, `[n]`
 * @param yScore a row of scores a sample, `[n, classes]`, classes ascending; or, for two classes, the score of the larger
 * label, which is guessed from above 0.5 where all scores are in [0, 1], else from above 0
 * @throws MetricError for an empty argument, different lengths, a score that is not finite, or a number of columns that
 * is not the number of classes
 * @example
 * ```ts
 * import { topKAccuracyScore } from '@kindling/metrics';
 *
 * const scores = [[0.5, 0.2, 0.2], [0.3, 0.4, 0.2], [0.2, 0.4, 0.3], [0.7, 0.2, 0.1]];
 * console.log(topKAccuracyScore([0, 1, 2, 2], scores, { k: 2 })); // => 0.75
 * ```
 */
export function topKAccuracyScore(yTrue: Labels, yScore: Scores | ScoreRows, options: TopKOptions = {}): number {
  checkOptions(MetricError, where, options, known);
  const { k = 2 } = options;
  whole(where, 'k', k, 1);
  const read = readClassScores(where, yTrue, 'yScore', yScore, options);
  const found = read.rows === undefined ? ofTwo(read, k) : inRows(read, k);
  const weights = readWeights(where, options.sampleWeight, read.truth.length);
  const right = sum(weights.map((weight, i) => (found[i] === 1 ? weight : 0)));
  return options.normalize === false ? right : right / sum(weights);
}

function inRows(read: ClassScores, k: number): Uint8Array {
  checkWidth(where, 'yScore', read);
  const column = new Map(read.classes.map((label, c) => [label, c]));
  return Uint8Array.from(read.rows!, (row, i) => {
    const own = column.get(read.truth[i]!)!;
    let above = 0;
    for (let c = 0; c < row.length; c++) if (row[c]! > row[own]! || (row[c] === row[own] && c > own)) above++;
    return above < k ? 1 : 0;
  });
}

function ofTwo({ truth, classes, one }: ClassScores, k: number): Uint8Array {
  if (classes.length !== 2) {
    throw new MetricError(
      `${where}: one score a sample is for two classes, not ${classes.length} (${brief(classes)}); name both with labels`,
    );
  }
  if (k > 1) return new Uint8Array(truth.length).fill(1);
  const cut = one!.every((score) => score >= 0 && score <= 1) ? 0.5 : 0;
  return Uint8Array.from(truth, (label, i) => Number(one![i]! > cut === (label === classes[1])));
}

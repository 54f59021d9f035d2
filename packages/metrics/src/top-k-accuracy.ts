import { checkOptions, type Known } from '@internal/arguments';
import { MetricError } from './errors.js';
import {
  checkLengths,
  hasRows,
  type Label,
  type Labels,
  readLabels,
  readRows,
  readScores,
  readWeights,
  type ScoreRows,
  type Scores,
} from './inputs.js';
import { brief, distinct, readLabelOption } from './labels.js';
import { whole } from './statistics/checks.js';
import { sum } from './sum.js';
import { codeTexts } from './text-labels.js';

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

const known: Known<TopKOptions> = { k: 1, labels: 1, sampleWeight: 1, normalize: 1 };
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
  const coded = codeTexts(where, [['yTrue', yTrue]], options);
  const truth = readLabels(where, 'yTrue', coded.columns[0]!);
  const classes = classesOf(truth, coded.options.labels);
  const found = hasRows(yScore)
    ? inRows(truth, readRows(where, 'yScore', yScore), classes, k)
    : ofTwo(truth, readScores(where, 'yScore', yScore), classes, k);
  const weights = readWeights(where, options.sampleWeight, truth.length);
  const right = sum(weights.map((weight, i) => (found[i] === 1 ? weight : 0)));
  return options.normalize === false ? right : right / sum(weights);
}

function classesOf(truth: Float64Array, given: ArrayLike<Label> | undefined): number[] {
  const present = distinct(truth);
  const classes = given === undefined ? present : readLabelOption(where, given);
  if (classes.some((label, i) => i > 0 && label < classes[i - 1]!)) {
    throw new MetricError(`${where}: labels must ascend, got ${brief(classes)}`);
  }
  const unknown = present.find((label) => !classes.includes(label));
  if (unknown !== undefined) throw new MetricError(`${where}: yTrue holds ${unknown}, which labels leaves out`);
  return classes;
}

function inRows(truth: Float64Array, rows: readonly Float64Array[], classes: readonly number[], k: number): Uint8Array {
  checkLengths(where, 'yTrue', truth.length, 'yScore', rows.length);
  if (rows[0]!.length !== classes.length) {
    throw new MetricError(
      `${where}: yScore has ${rows[0]!.length} columns for ${classes.length} classes (${brief(classes)}); name all with labels`,
    );
  }
  const column = new Map(classes.map((label, c) => [label, c]));
  return Uint8Array.from(rows, (row, i) => {
    const own = column.get(truth[i]!)!;
    let above = 0;
    for (let c = 0; c < row.length; c++) if (row[c]! > row[own]! || (row[c] === row[own] && c > own)) above++;
    return above < k ? 1 : 0;
  });
}

function ofTwo(truth: Float64Array, scores: Float64Array, classes: readonly number[], k: number): Uint8Array {
  checkLengths(where, 'yTrue', truth.length, 'yScore', scores.length);
  if (classes.length !== 2) {
    throw new MetricError(
      `${where}: one score a sample is for two classes, not ${classes.length} (${brief(classes)}); name both with labels`,
    );
  }
  if (k > 1) return new Uint8Array(truth.length).fill(1);
  const cut = scores.every((score) => score >= 0 && score <= 1) ? 0.5 : 0;
  return Uint8Array.from(truth, (label, i) => Number(scores[i]! > cut === (label === classes[1])));
}

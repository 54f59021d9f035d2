import { aColumn, aLabel, anArray, checkOptions, type Known, oneOf } from '@internal/arguments';
import {
  type Average,
  binaryLabel,
  checkAverage,
  mean,
  pooled,
  ratios,
  type ZeroDivision,
  zeroOrOne,
} from './averages.js';
import { type ClassCounts, classCounts } from './counts.js';
import { MetricError } from './errors.js';
import type { Label, Labels, ScoreRows, Scores } from './inputs.js';
import { bothRows, multilabelCounts } from './multilabel.js';
import { sum } from './sum.js';
import { checkPositiveText, codeTexts } from './text-labels.js';

/** Options of precision, recall and the F scores. */
export interface PrecisionRecallOptions {
  /** How classes are put together; `'binary'` when left out. */
  average?: Average | undefined;
  /** The class that counts as positive under `average: 'binary'`; 1 when left out. */
  posLabel?: Label | undefined;
  /** The classes to score under the other averages; all that occur when left out. */
  labels?: ArrayLike<Label> | undefined;
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
  /** The score where there is nothing to divide by; 0 when left out. */
  zeroDivision?: ZeroDivision | undefined;
}

/** Per-class scores: entry `i` of each array belongs to class `labels[i]`. */
export interface PrecisionRecallFscoreSupport {
  readonly labels: (number | string)[];
  readonly precision: number[];
  readonly recall: number[];
  readonly fscore: number[];
  /** How many samples (or how much weight) each class truly has. */
  readonly support: number[];
}

/** Options of {@link precisionRecallFscoreSupport}. */
export type PerClassOptions = Omit<PrecisionRecallOptions, 'average' | 'posLabel'> & {
  /** How much recall counts against precision in the F score; 1 when left out. */
  beta?: number | undefined;
};

const knownPerClass: Known<PerClassOptions> = {
  labels: anArray,
  sampleWeight: aColumn,
  zeroDivision: zeroOrOne,
  beta: 1,
};

/** The names of {@link PrecisionRecallOptions}. */
export const knownAveraged: Known<PrecisionRecallOptions> = {
  average: oneOf('binary', 'macro', 'micro', 'weighted', 'samples'),
  posLabel: aLabel,
  labels: anArray,
  sampleWeight: aColumn,
  zeroDivision: zeroOrOne,
};

/** What {@link averagedScores} gives. */
interface Averaged {
  precision: number;
  recall: number;
  fscore: number;
}

/**
 * Precision, recall, F score and support of every class.
 * Equal to scikit-learn's `precision_recall_fscore_support` with `average=None`.
 *
 * @param yTrue the true classes, `[n]`, or rows of 0 and 1, one column a label, `[n, labels]`
 * @param yPred the predicted ones, of the same shape
 * @throws MetricError for an empty argument, different lengths, a value that is no class label, or a negative beta
 * @example
 * ```ts
 * import { precisionRecallFscoreSupport } from '@kindling/metrics';
 *
 * const { labels, recall, support } = precisionRecallFscoreSupport([0, 1, 1, 2], [0, 1, 2, 2]);
 * console.log(labels.join(' '), recall.join(' '), support.join(' ')); // => 0 1 2 1 0.5 1 1 2 1
 * ```
 */
export function precisionRecallFscoreSupport(
  yTrue: Labels | ScoreRows,
  yPred: Labels | ScoreRows,
  options: PerClassOptions = {},
): PrecisionRecallFscoreSupport {
  const where = 'precisionRecallFscoreSupport';
  checkOptions(MetricError, where, options, knownPerClass);
  const zeroDivision = options.zeroDivision ?? 0;
  checkAverage(where, 'macro', zeroDivision);
  const counts = bothRows(where, yTrue, yPred)
    ? multilabelCounts(where, yTrue as ScoreRows, yPred as ScoreRows, options, false)
    : classCounts(where, yTrue as Labels, yPred as Labels, options);
  const scores = perClass(counts, checkBeta(where, options.beta ?? 1), zeroDivision);
  return { labels: counts.labels.map(counts.name), ...scores, support: counts.actual };
}

/** Precision, recall and F beta as one number each, for the functions that return one of them. */
export function averagedScores(
  where: string,
  yTrue: Labels | ScoreRows,
  yPred: Labels | ScoreRows,
  beta: number,
  options: PrecisionRecallOptions,
): Averaged {
  const average = options.average ?? 'binary';
  const zeroDivision = options.zeroDivision ?? 0;
  checkAverage(where, average, zeroDivision);
  checkBeta(where, beta);
  return averaged(countsFor(where, yTrue, yPred, average, options), average, beta, zeroDivision);
}

/** The counts of the classes that an average is over: under `'binary'` of the positive one alone. */
export function countsFor(
  where: string,
  yTrueOrRows: Labels | ScoreRows,
  yPredOrRows: Labels | ScoreRows,
  average: Average,
  options: PrecisionRecallOptions,
): ClassCounts & { readonly weights?: Float64Array } {
  if (bothRows(where, yTrueOrRows, yPredOrRows)) {
    if (average === 'binary')
      throw new MetricError(`${where}: yTrue holds rows; choose average: 'macro', 'micro', 'weighted' or 'samples'`);
    if (options.posLabel !== undefined) throw new MetricError(`${where}: posLabel is for one class a sample`);
    return multilabelCounts(where, yTrueOrRows as ScoreRows, yPredOrRows as ScoreRows, options, average === 'samples');
  }
  if (average === 'samples')
    throw new MetricError(`${where}: average 'samples' is for rows of marks, one column a label`);
  const [yTrue, yPred] = [yTrueOrRows as Labels, yPredOrRows as Labels];
  if (average === 'binary') checkPositiveText(where, yTrue, options.posLabel);
  const { columns, options: coded } = codeTexts(
    where,
    [
      ['yTrue', yTrue],
      ['yPred', yPred],
    ],
    options,
  );
  const [truth, guess] = columns as [Labels, Labels];
  const counts = classCounts(where, truth, guess, coded);
  if (average !== 'binary') return counts;
  const labels = [binaryLabel(where, counts.present, coded.posLabel)];
  return classCounts(where, truth, guess, { labels, sampleWeight: options.sampleWeight });
}

/** Puts counted classes together as `average` says. */
export function averaged(
  counts: ClassCounts & { readonly weights?: Float64Array },
  average: Average,
  beta: number,
  zeroDivision: ZeroDivision,
): Averaged {
  const scores = perClass(average === 'micro' ? pooled(counts) : counts, beta, zeroDivision);
  if (average === 'weighted' && sum(counts.actual) === 0) {
    // No class to weight by: scikit-learn's rule, which asks whether anything was predicted at all.
    const empty = sum(counts.predicted) === 0;
    return { precision: empty ? zeroDivision : 0, recall: zeroDivision, fscore: empty ? zeroDivision : 0 };
  }
  const weights = average === 'weighted' ? counts.actual : average === 'samples' ? [...counts.weights!] : undefined;
  return {
    precision: mean(scores.precision, weights),
    recall: mean(scores.recall, weights),
    fscore: mean(scores.fscore, weights),
  };
}

/** Precision, recall and F beta from counts: tp / predicted, tp / actual, and their weighted harmonic mean. */
function perClass(
  counts: Pick<ClassCounts, 'truePositive' | 'predicted' | 'actual'>,
  beta: number,
  zeroDivision: ZeroDivision,
): { precision: number[]; recall: number[]; fscore: number[] } {
  const precision = ratios(counts.truePositive, counts.predicted, zeroDivision);
  const recall = ratios(counts.truePositive, counts.actual, zeroDivision);
  const square = beta * beta;
  const fscore = precision.map((p, i) => {
    const r = recall[i]!;
    if (beta === Number.POSITIVE_INFINITY) return r;
    const denominator = square * p + r;
    return denominator === 0 ? 0 : ((1 + square) * p * r) / denominator;
  });
  return { precision, recall, fscore };
}

function checkBeta(where: string, beta: number): number {
  if (!(beta >= 0)) throw new MetricError(`${where}: beta is ${beta}, expected 0 or more`);
  return beta;
}

import { aColumn, anArray, checkOptions, describe, type Known, oneOf } from '@internal/arguments';
import { areaUnder } from './auc.js';
import { mean } from './averages.js';
import { type ClassScores, checkWidth, readClassScores } from './class-scores.js';
import { MetricError } from './errors.js';
import { type Label, type Labels, readRows, readWeights, type ScoreRows, type Scores } from './inputs.js';
import { brief, distinct } from './labels.js';
import { averageOfLabels, bothRows, isRows, readMarks } from './multilabel.js';
import { marksOf, rank } from './ranking.js';
import { ratesOf } from './roc-curve.js';
import { sum } from './sum.js';

/** Options of {@link rocAucScore}. */
export interface RocAucOptions {
  /** The weight of each sample; 1 each when left out. Not with `multiClass: 'ovo'`. */
  sampleWeight?: Scores | undefined;
  /** Two classes only: the standardised area up to this false positive rate, in (0, 1]. */
  maxFpr?: number | undefined;
  /** More than two classes: score each class against the rest, or each pair of classes. */
  multiClass?: 'ovr' | 'ovo' | undefined;
  /**
   * More than two classes, or labels: how their areas are put together; `'macro'` when left out, `'micro'` for 'ovr' and labels,
   * `'samples'` for labels only.
   */
  average?: 'macro' | 'micro' | 'weighted' | 'samples' | undefined;
  /** More than two classes: the class of each column; those that occur, ascending, when left out. */
  labels?: ArrayLike<Label> | undefined;
}

/** The names of {@link RocAucOptions}. */
export const knownRocAuc: Known<RocAucOptions> = {
  sampleWeight: aColumn,
  maxFpr: 'number',
  multiClass: oneOf('ovr', 'ovo'),
  average: oneOf('macro', 'micro', 'weighted', 'samples'),
  labels: anArray,
};
const where = 'rocAucScore';

/**
 * The area under the ROC curve: how likely a positive sample is scored above a negative one, in [0, 1].
 * Equal to scikit-learn's `roc_auc_score`: of two classes the larger label is the positive one; more than two take one
 * against the rest, or one against one after Hand & Till, "A simple generalisation of the area under the ROC curve for
 * multiple class classification problems" (2001). A partial area (`maxFpr`) is standardised after McClish (1989).
 *
 * @param yTrue the true classes, `[n]`, or rows of 0 and 1, one column a label, `[n, labels]`
 * @param yScore a score a sample, `[n]`; or, for more than two classes, a row of probabilities a sample, `[n, classes]`;
 * for labels a row of scores, `[n, labels]`
 * @throws MetricError for an empty argument, different lengths, a score that is not finite, one class only, or
 * several classes without `multiClass`
 * @example
 * ```ts
 * import { rocAucScore } from '@kindling/metrics';
 *
 * console.log(rocAucScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])); // => 0.75
 * ```
 */
export function rocAucScore(
  yTrue: Labels | ScoreRows,
  yScore: Scores | ScoreRows,
  options: RocAucOptions = {},
): number {
  checkOptions(MetricError, where, options, knownRocAuc);
  if (isRows(yTrue)) return multilabelArea(yTrue, yScore, options);
  const read = readClassScores(where, yTrue, 'yScore', yScore, options);
  if (read.rows !== undefined) return multiClassArea(read, options);
  const { truth, present, one } = read;
  if (present.length > 2) {
    throw new MetricError(
      `${where}: yTrue holds ${present.length} classes (${brief(present)}), yScore one score a sample; ` +
        'give a row of probabilities a sample',
    );
  }
  const weights = readWeights(where, options.sampleWeight, truth.length);
  checkBothClasses(present);
  return binaryArea(truth, present[1]!, one!, weights, options.maxFpr);
}

function multilabelArea(yTrue: ScoreRows, yScore: Scores | ScoreRows, options: RocAucOptions): number {
  const { average = 'macro', multiClass, labels, sampleWeight, maxFpr } = options;
  bothRows(where, yTrue, yScore, 'yScore');
  if (multiClass !== undefined || labels !== undefined)
    throw new MetricError(`${where}: ${labels === undefined ? 'multiClass' : 'labels'} is for one class a sample`);
  if (average !== 'micro' && average !== 'samples') checkAverage(average);
  const truth = readMarks(where, 'yTrue', yTrue);
  const weights = readWeights(where, sampleWeight, truth.length);
  return averageOfLabels(
    where,
    truth,
    readRows(where, 'yScore', yScore as ScoreRows),
    weights,
    average,
    (marks, scores, each) => {
      checkBothClasses(distinct(marks));
      return binaryArea(marks, 1, scores, each, maxFpr);
    },
  );
}

function checkBothClasses(present: readonly number[]): void {
  if (present.length === 1) {
    throw new MetricError(`${where}: yTrue holds class ${present[0]} only; ROC AUC needs both classes`);
  }
}

function binaryArea(
  truth: Float64Array,
  positive: number,
  scores: Float64Array,
  weights: Float64Array,
  maxFpr = 1,
): number {
  if (!(maxFpr > 0 && maxFpr <= 1)) throw new MetricError(`${where}: maxFpr is ${maxFpr}, expected a rate in (0, 1]`);
  const { fpr, tpr } = ratesOf(where, rank(scores, marksOf(truth, positive), weights), true);
  if (maxFpr === 1) return areaUnder(fpr, tpr);
  const stop = fpr.findIndex((rate) => rate > maxFpr);
  const [x0, x1, y0, y1] = [fpr[stop - 1]!, fpr[stop]!, tpr[stop - 1]!, tpr[stop]!];
  const height = y0 + ((y1 - y0) / (x1 - x0)) * (maxFpr - x0);
  const [xs, ys] = [fpr.slice(0, stop + 1), tpr.slice(0, stop + 1)];
  xs[stop] = maxFpr;
  ys[stop] = height;
  const partial = areaUnder(xs, ys);
  const least = 0.5 * maxFpr ** 2;
  return 0.5 * (1 + (partial - least) / (maxFpr - least));
}

function multiClassArea(read: ClassScores, options: RocAucOptions): number {
  const { truth, present, classes } = read;
  const rows = read.rows!;
  if (rows[0]!.length === 2 && present.length <= 2) {
    throw new MetricError(`${where}: yScore has two columns; for two classes give the score of the positive one`);
  }
  if (options.maxFpr !== undefined && options.maxFpr !== 1) {
    throw new MetricError(`${where}: maxFpr is for two classes`);
  }
  const kind = options.multiClass;
  if (kind !== 'ovr' && kind !== 'ovo') {
    throw new MetricError(`${where}: multiClass is ${describe(kind)}, choose 'ovr' or 'ovo' for several classes`);
  }
  for (let i = 0; i < rows.length; i++) {
    const total = sum(rows[i]!);
    if (Math.abs(1 - total) > 1e-8 + 1e-5 * Math.abs(total)) {
      throw new MetricError(`${where}: yScore[${i}] sums to ${total}, not to 1: give probabilities`);
    }
  }
  checkWidth(where, 'yScore', read);
  checkBothClasses(present);
  return kind === 'ovr' ? oneAgainstRest(truth, classes, rows, options) : oneAgainstOne(truth, classes, rows, options);
}

function oneAgainstRest(
  truth: Float64Array,
  classes: readonly number[],
  rows: readonly Float64Array[],
  options: RocAucOptions,
): number {
  const weights = readWeights(where, options.sampleWeight, truth.length);
  const average = options.average ?? 'macro';
  if (average === 'micro') {
    // Every cell is a sample: positive where its column is its row's class.
    const [marks, scores, each] = [0, 1, 2].map(() => new Float64Array(rows.length * classes.length)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (let i = 0, cell = 0; i < rows.length; i++) {
      for (let c = 0; c < classes.length; c++, cell++) {
        marks[cell] = Number(truth[i] === classes[c]);
        scores[cell] = rows[i]![c]!;
        each[cell] = weights[i]!;
      }
    }
    return binaryArea(marks, 1, scores, each);
  }
  const areas = classes.map((label, c) =>
    binaryArea(
      truth,
      label,
      Float64Array.from(rows, (row) => row[c]!),
      weights,
    ),
  );
  if (average === 'macro') return mean(areas);
  checkAverage(average);
  const prevalence = classes.map((label) => sum(weights.map((weight, i) => (truth[i] === label ? weight : 0))));
  return mean(areas, prevalence);
}

function oneAgainstOne(
  truth: Float64Array,
  classes: readonly number[],
  rows: readonly Float64Array[],
  options: RocAucOptions,
): number {
  const average = options.average ?? 'macro';
  if (average === 'micro') throw new MetricError(`${where}: average 'micro' is for multiClass 'ovr'`);
  checkAverage(average);
  if (options.sampleWeight !== undefined) {
    throw new MetricError(`${where}: sampleWeight has no meaning with multiClass 'ovo'`);
  }
  const occurring = classes.flatMap((label, column) => (truth.includes(label) ? [{ label, column }] : []));
  const areas: number[] = [];
  const prevalence: number[] = [];
  for (let i = 0; i < occurring.length; i++) {
    for (let j = i + 1; j < occurring.length; j++) {
      const [a, b] = [occurring[i]!, occurring[j]!];
      const samples = rows.map((_, n) => n).filter((n) => truth[n] === a.label || truth[n] === b.label);
      const labels = Float64Array.from(samples, (n) => truth[n]!);
      const ones = new Float64Array(samples.length).fill(1);
      const area = ({ label, column }: typeof a): number =>
        binaryArea(
          labels,
          label,
          Float64Array.from(samples, (n) => rows[n]![column]!),
          ones,
        );
      areas.push((area(a) + area(b)) / 2);
      prevalence.push(samples.length);
    }
  }
  return mean(areas, average === 'weighted' ? prevalence : undefined);
}

function checkAverage(average: string): void {
  if (average !== 'macro' && average !== 'weighted') {
    throw new MetricError(`${where}: average is ${describe(average)}, expected 'macro', 'micro' or 'weighted'`);
  }
}

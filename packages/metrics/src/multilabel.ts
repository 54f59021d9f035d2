import { mean } from './averages.js';
import type { ClassCounts } from './counts.js';
import { MetricError } from './errors.js';
import {
  checkLengths,
  hasRows,
  type Label,
  type Labels,
  readRows,
  readWeights,
  type ScoreRows,
  type Scores,
} from './inputs.js';

/** Whether an argument holds rows of marks, one column a label, and not one class a sample. */
export function isRows(values: unknown): values is ScoreRows {
  if (typeof values !== 'object' || values === null) return false;
  // What is no number is said by whoever reads the column.
  return hasRows(values as Scores | ScoreRows) && (values as ArrayLike<unknown>)[0] !== null;
}

/** Throws where one of two arguments holds rows and the other, called `other`, does not; says whether both do. */
export function bothRows(
  where: string,
  yTrue: Labels | ScoreRows,
  yPred: Labels | ScoreRows,
  other = 'yPred',
): boolean {
  const rows = [isRows(yTrue), isRows(yPred)];
  if (rows[0] !== rows[1]) {
    const [which, values] = rows[0] ? ['yTrue', yTrue] : [other, yPred];
    const { shape } = values as { readonly shape?: readonly number[] };
    if (shape !== undefined)
      throw new MetricError(
        `${where}: ${which} has shape [${shape.join(', ')}], expected one value a sample as the other`,
      );
    throw new MetricError(`${where}: ${which} holds rows and the other one class a sample`);
  }
  return rows[0]!;
}

/** Rows of zeros and ones. */
export function readMarks(where: string, argument: string, values: ScoreRows): Float64Array[] {
  const rows = readRows(where, argument, values);
  rows.forEach((row, i) => {
    const bad = row.findIndex((mark) => mark !== 0 && mark !== 1);
    if (bad >= 0) throw new MetricError(`${where}: ${argument}[${i}][${bad}] is ${row[bad]}, not 0 or 1`);
  });
  return rows;
}

/** The marks of truth and prediction, of one shape. */
export function readBothMarks(where: string, yTrue: ScoreRows, yPred: ScoreRows) {
  const truth = readMarks(where, 'yTrue', yTrue);
  const guess = readMarks(where, 'yPred', yPred);
  checkSameShape(where, truth, 'yPred', guess);
  return { truth, guess };
}

/** Throws unless rows are as many and as long. */
export function checkSameShape(
  where: string,
  truth: readonly Float64Array[],
  argument: string,
  other: readonly Float64Array[],
): void {
  checkLengths(where, 'yTrue', truth.length, argument, other.length);
  const width = truth[0]!.length;
  if (other[0]!.length !== width) {
    throw new MetricError(`${where}: yTrue has ${width} columns, ${argument} ${other[0]!.length}`);
  }
}

/** Hits by label, or with `samples` by sample: there each row is what a label is elsewhere. */
export function multilabelCounts(
  where: string,
  yTrue: ScoreRows,
  yPred: ScoreRows,
  { sampleWeight, labels }: { sampleWeight?: Scores | undefined; labels?: ArrayLike<Label> | undefined },
  samples: boolean,
): ClassCounts & { readonly weights: Float64Array } {
  const { truth, guess } = readBothMarks(where, yTrue, yPred);
  const weights = readWeights(where, sampleWeight, truth.length);
  const chosen = columnsChosen(where, labels, truth[0]!.length);
  const counted = samples ? [...truth.keys()] : chosen;
  const [truePositive, predicted, actual] = [counted.map(() => 0), counted.map(() => 0), counted.map(() => 0)];
  for (const [i, row] of truth.entries()) {
    const weight = samples ? 1 : weights[i]!;
    for (const [k, j] of chosen.entries()) {
      const at = samples ? i : k;
      actual[at]! += weight * row[j]!;
      predicted[at]! += weight * guess[i]![j]!;
      truePositive[at]! += weight * row[j]! * guess[i]![j]!;
    }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { labels: counted, present: counted, truePositive, predicted, actual, total, name: (code) => code, weights };
}

/** The columns that are counted: all, or those of the option `labels`. */
function columnsChosen(where: string, labels: ArrayLike<Label> | undefined, width: number): number[] {
  if (labels === undefined) return Array.from({ length: width }, (_, j) => j);
  return Array.from(labels, (label) => {
    const fits = typeof label === 'number' && Number.isInteger(label) && label >= 0 && label < width;
    if (!fits)
      throw new MetricError(`${where}: labels holds ${String(label)}; the rows have the columns 0 to ${width - 1}`);
    return label;
  });
}

/** How areas of labels become one number. */
export type LabelAverage = 'macro' | 'micro' | 'weighted' | 'samples';

/** A measure of a ranking for each label (or sample) of rows of marks, put together. */
export function averageOfLabels(
  where: string,
  truth: readonly Float64Array[],
  scores: readonly Float64Array[],
  weights: Float64Array,
  average: LabelAverage,
  measure: (marks: Float64Array, scores: Float64Array, weights: Float64Array) => number,
): number {
  checkSameShape(where, truth, 'yScore', scores);
  const width = truth[0]!.length;
  if (average === 'micro') {
    const join = (rows: readonly Float64Array[]): Float64Array => Float64Array.from(rows.flatMap((row) => [...row]));
    const repeated = Float64Array.from({ length: truth.length * width }, (_, i) => weights[Math.floor(i / width)]!);
    return measure(join(truth), join(scores), repeated);
  }
  if (average === 'samples') {
    const even = new Float64Array(width).fill(1);
    return mean(
      truth.map((row, i) => measure(row, scores[i]!, even)),
      [...weights],
    );
  }
  const column = (rows: readonly Float64Array[], j: number): Float64Array => Float64Array.from(rows, (row) => row[j]!);
  const all = Array.from({ length: width }, (_, j) => j);
  const support = all.map((j) => truth.reduce((sum, row, i) => sum + row[j]! * weights[i]!, 0));
  if (average === 'weighted' && support.every((one) => one === 0)) return 0;
  const values = all.map((j) => measure(column(truth, j), column(scores, j), weights));
  return mean(values, average === 'weighted' ? support : undefined);
}

import { aColumn, anArray, checkOptions, describe, type Known, oneOf } from '@internal/arguments';
import { MetricError } from './errors.js';
import { checkLengths, type Label, type Labels, readLabels, readWeights, type Scores } from './inputs.js';
import { brief, distinct, readLabelOption } from './labels.js';
import { sum } from './sum.js';
import { codeTexts } from './text-labels.js';

/** Options of {@link confusionMatrix}. */
export interface ConfusionMatrixOptions {
  /** The classes, in the order of rows and columns; those that occur, ascending, when left out. */
  labels?: ArrayLike<Label> | undefined;
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
  /** Divide by the true totals (rows), the predicted totals (columns), or everything; counts when left out. */
  normalize?: 'true' | 'pred' | 'all' | undefined;
}

/** The names of {@link ConfusionMatrixOptions}. */
export const knownConfusion: Known<ConfusionMatrixOptions> = {
  labels: anArray,
  sampleWeight: aColumn,
  normalize: oneOf('true', 'pred', 'all'),
};

/**
 * A table of true classes (rows) against predicted classes (columns), which prints itself.
 *
 * @example
 * ```ts
 * import { confusionMatrix } from '@kindling/metrics';
 *
 * const [tn, fp, fn, tp] = confusionMatrix([0, 0, 1, 1, 1], [0, 1, 1, 1, 0]).ravel();
 * console.log(tn, fp, fn, tp); // => 1 1 1 2
 * ```
 */
export class ConfusionMatrix {
  constructor(
    /** The class of each row and each column. */
    readonly labels: readonly (number | string)[],
    /** `matrix[i][j]`: the samples of class `labels[i]` that were predicted as `labels[j]`. */
    readonly matrix: readonly (readonly number[])[],
  ) {}

  /** The cells row by row; for two classes that is `[tn, fp, fn, tp]`. */
  ravel(): number[] {
    return this.matrix.flat();
  }

  /** The table as text, rows for what is true and columns for what was predicted. */
  toString(): string {
    const cells = this.matrix.map((row) =>
      row.map((value) => (Number.isInteger(value) ? `${value}` : value.toFixed(3))),
    );
    const heads = this.labels.map(String);
    const width = Math.max(...heads.map((head) => head.length), ...cells.flat().map((cell) => cell.length));
    const rowHead = Math.max(...heads.map((head) => head.length));
    const line = (left: string, head: string, row: readonly string[]): string =>
      `${left.padEnd(6)} ${head.padStart(rowHead)}  ${row.map((cell) => cell.padStart(width)).join('  ')}`;
    return [
      line('', '', ['predicted']).trimEnd(),
      line('', '', heads),
      ...cells.map((row, i) => line(i === 0 ? 'actual' : '', heads[i]!, row)),
    ].join('\n');
  }

  /** What Node's console prints. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * Counts how often each true class was predicted as each class.
 * Equal to scikit-learn's `confusion_matrix`; samples of a class that `labels` leaves out are not counted.
 *
 * @param yTrue the true classes, `[n]`
 * @param yPred the predicted classes, `[n]`
 * @returns a `[classes, classes]` table of counts, weights or fractions
 * @throws MetricError for an empty argument, different lengths, a value that is no class label, or `labels` none of
 * which occurs in `yTrue`
 * @example
 * ```ts
 * import { confusionMatrix } from '@kindling/metrics';
 *
 * const table = confusionMatrix([2, 0, 2, 2, 0, 1], [0, 0, 2, 2, 0, 2]);
 * console.log(JSON.stringify(table.matrix)); // => [[2,0,0],[0,0,1],[1,0,2]]
 * ```
 */
export function confusionMatrix(yTrue: Labels, yPred: Labels, options: ConfusionMatrixOptions = {}): ConfusionMatrix {
  checkOptions(MetricError, 'confusionMatrix', options, knownConfusion);
  const { labels, matrix } = tabulate('confusionMatrix', ['yTrue', 'yPred'], yTrue, yPred, options);
  return new ConfusionMatrix(labels, normalized('confusionMatrix', matrix, options.normalize));
}

/** The counts behind a confusion matrix, for metrics that start from them under a name of their own. */
export function tabulate(
  where: string,
  names: readonly [string, string],
  rows: Labels,
  columns: Labels,
  options: Pick<ConfusionMatrixOptions, 'labels' | 'sampleWeight'>,
): { labels: (number | string)[]; matrix: number[][] } {
  const coded = codeTexts(
    where,
    [
      [names[0], rows],
      [names[1], columns],
    ],
    options,
  );
  const truth = readLabels(where, names[0], coded.columns[0]!);
  const guess = readLabels(where, names[1], coded.columns[1]!);
  checkLengths(where, names[0], truth.length, names[1], guess.length);
  const weights = readWeights(where, options.sampleWeight, truth.length);
  const present = distinct(truth);
  const labels =
    coded.options.labels === undefined ? distinct(truth, guess) : readLabelOption(where, coded.options.labels);
  if (!labels.some((label) => present.includes(label))) {
    throw new MetricError(
      `${where}: none of the labels ${brief(labels)} occurs in ${names[0]}, which holds ${brief(present)}`,
    );
  }

  const index = new Map(labels.map((label, i) => [label, i]));
  const matrix = labels.map(() => labels.map(() => 0));
  for (let i = 0; i < truth.length; i++) {
    const row = index.get(truth[i]!);
    const column = index.get(guess[i]!);
    if (row !== undefined && column !== undefined) matrix[row]![column]! += weights[i]!;
  }
  return { labels: labels.map(coded.name), matrix };
}

function normalized(where: string, counts: number[][], by: ConfusionMatrixOptions['normalize']): number[][] {
  // A row or column without samples becomes zeros rather than NaN, as in scikit-learn.
  const divide = (value: number, total: number): number => (total === 0 ? 0 : value / total);
  switch (by) {
    case undefined:
      return counts;
    case 'true':
      return counts.map((row) => row.map((value) => divide(value, sum(row))));
    case 'pred': {
      const totals = counts.map((_, j) => sum(counts.map((row) => row[j]!)));
      return counts.map((row) => row.map((value, j) => divide(value, totals[j]!)));
    }
    case 'all': {
      const total = sum(counts.flat());
      return counts.map((row) => row.map((value) => divide(value, total)));
    }
    default:
      throw new MetricError(`${where}: normalize is ${describe(by)}, expected 'true', 'pred' or 'all'`);
  }
}

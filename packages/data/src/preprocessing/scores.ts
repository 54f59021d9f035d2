import { ArgumentError } from '@kindling/tensor-core';
import { checkLabels, type Labels } from '../splits/splitter.js';
import { encodeLabels } from './labels.js';
import { type FlatMatrix, flatten, type Matrix } from './matrix.js';
import { chiSquareTail, fTail } from './numeric/tails.js';

/** How much each column tells of the classes, and how likely so much is by chance. */
export interface ColumnScores {
  readonly scores: Float64Array;
  readonly pValues: Float64Array;
}

/** A function that says how much each column tells of the classes. */
export type ScoreFunction = (x: Matrix, y: Labels) => ColumnScores;

/**
 * The F of each column's analysis of variance over the classes: scikit-learn's `f_classif`. NaN for a column that does not vary. Throws
 * where a value is missing or infinite, or there is one class only.
 *
 * @example
 * ```ts
 * import { fClassif } from '@kindling/data';
 *
 * const { scores, pValues } = fClassif([[1, 5], [2, 1], [8, 2], [9, 6]], ['a', 'a', 'b', 'b']);
 * console.log(scores, pValues[0]! < 0.02); // => Float64Array(2) [ 98, 0.125 ] true
 * ```
 */
export function fClassif(x: Matrix, y: Labels): ColumnScores {
  const { flat, codes, counts } = inClasses('fClassif', x, y);
  const { data, rows, columns } = flat;
  const classes = counts.length;
  const sums = new Float64Array(classes * columns);
  const squares = new Float64Array(columns);
  for (let i = 0, at = 0; i < rows; i++) {
    const from = codes[i]! * columns;
    for (let j = 0; j < columns; j++, at++) {
      const value = data[at]!;
      sums[from + j]! += value;
      squares[j]! += value * value;
    }
  }
  const scores = new Float64Array(columns);
  const within = rows - classes;
  for (let j = 0; j < columns; j++) {
    let all = 0;
    let between = 0;
    for (let c = 0; c < classes; c++) {
      const sum = sums[c * columns + j]!;
      all += sum;
      between += sum ** 2 / counts[c]!;
    }
    between -= all ** 2 / rows;
    const rest = squares[j]! - all ** 2 / rows - between;
    scores[j] = between / (classes - 1) / (rest / within);
  }
  return { scores, pValues: scores.map((f) => fTail(f, classes - 1, within)) };
}

/**
 * The chi-square of each column's sums over the classes: scikit-learn's `chi2`, for counts and other numbers from 0. Throws where a value
 * is missing, infinite or below 0, or there is one class only.
 *
 * @example
 * ```ts
 * import { chi2 } from '@kindling/data';
 *
 * console.log(chi2([[4, 1], [4, 1], [0, 1], [0, 1]], [0, 0, 1, 1]).scores); // => Float64Array(2) [ 8, 0 ]
 * ```
 */
export function chi2(x: Matrix, y: Labels): ColumnScores {
  const { flat, codes, counts } = inClasses('chi2', x, y);
  const { data, rows, columns } = flat;
  const bad = data.findIndex((value) => value < 0);
  if (bad >= 0) {
    const place = `row ${Math.floor(bad / columns)}, column ${bad % columns}`;
    throw new ArgumentError(`chi2: takes numbers from 0, got ${data[bad]} at ${place}`);
  }
  const observed = new Float64Array(counts.length * columns);
  const totals = new Float64Array(columns);
  for (let i = 0, at = 0; i < rows; i++) {
    const from = codes[i]! * columns;
    for (let j = 0; j < columns; j++, at++) {
      observed[from + j]! += data[at]!;
      totals[j]! += data[at]!;
    }
  }
  const scores = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    for (let c = 0; c < counts.length; c++) {
      const expected = (counts[c]! / rows) * totals[j]!;
      scores[j]! += (observed[c * columns + j]! - expected) ** 2 / expected;
    }
  }
  return { scores, pValues: scores.map((value) => chiSquareTail(value, counts.length - 1)) };
}

/** The table as numbers, and how many rows each class has; throws where there is one class only. */
export function inClasses(
  where: string,
  x: Matrix,
  y: Labels,
): { flat: FlatMatrix; codes: Int32Array; counts: Float64Array } {
  const flat = flatten(where, x);
  const { classes, codes } = encodeLabels(where, checkLabels(where, flat.rows, y));
  if (classes.length < 2) throw new ArgumentError(`${where}: one class only, ${String(classes[0])}`);
  const counts = new Float64Array(classes.length);
  for (const code of codes) counts[code]!++;
  return { flat, codes, counts };
}

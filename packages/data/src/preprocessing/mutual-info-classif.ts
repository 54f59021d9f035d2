import { ArgumentError } from '@kindling/tensor-core';
import type { Labels } from '../splits/splitter.js';
import type { Matrix } from './matrix.js';
import { type ColumnScores, inClasses } from './scores.js';

/**
 * How much knowing a column's value tells of the class, in nats: scikit-learn's `mutual_info_classif` with
 * `discrete_features=True`. Every value counts as a kind of its own, so columns hold codes or counts; bring others into bins first
 * (`KBinsDiscretizer`). There are no p-values: they are NaN. Throws where a value is missing or no whole number, or there is one
 * class only.
 *
 * @example
 * ```ts
 * import { mutualInfoClassif } from '@kindling/data';
 *
 * console.log(mutualInfoClassif([[1, 7], [1, 8], [2, 7], [2, 8]], ['a', 'a', 'b', 'b']).scores);
 * // => Float64Array(2) [ 0.6931471805599453, 0 ]
 * ```
 */
export function mutualInfoClassif(x: Matrix, y: Labels): ColumnScores {
  const { flat, codes, counts } = inClasses('mutualInfoClassif', x, y);
  const { data, rows, columns } = flat;
  const bad = data.findIndex((value) => !Number.isInteger(value));
  if (bad >= 0) {
    const place = `row ${Math.floor(bad / columns)}, column ${bad % columns}`;
    throw new ArgumentError(
      `mutualInfoClassif: takes codes or counts, got ${data[bad]} at ${place}; bring it into bins first, as by KBinsDiscretizer`,
    );
  }
  const scores = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    /** How often each value occurs in each class. */
    const found = new Map<number, Float64Array>();
    for (let i = 0; i < rows; i++) {
      const value = data[i * columns + j]!;
      const times = found.get(value) ?? new Float64Array(counts.length);
      times[codes[i]!]!++;
      found.set(value, times);
    }
    let sum = 0;
    for (const times of found.values()) {
      const all = times.reduce((total, count) => total + count, 0);
      for (const [c, count] of times.entries())
        if (count > 0) sum += (count / rows) * Math.log((count * rows) / (all * counts[c]!));
    }
    // What rounding leaves of nothing is nothing.
    scores[j] = sum < Number.EPSILON ? 0 : sum;
  }
  return { scores, pValues: new Float64Array(columns).fill(Number.NaN) };
}

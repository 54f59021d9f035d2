import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { aRandomState, type RandomStateLike, randomSource } from '../splits/random-source.js';
import { checkWhole, type Labels } from '../splits/splitter.js';
import type { FlatMatrix, Matrix } from './matrix.js';
import { nearestInformation } from './numeric/nearest-information.js';
import { type ColumnScores, inClasses } from './scores.js';
import { StandardScaler } from './standard-scaler.js';

/** How {@link mutualInfoClassif} takes columns. */
export interface MutualInfoOptions {
  /**
   * Which columns are codes or counts, whose every value is a kind of its own: all, none, or one `true` or `false` a column. By default
   * (`auto`) those of whole numbers alone; scikit-learn's default is `false` for what is no sparse matrix.
   */
  readonly discreteFeatures?: 'auto' | boolean | readonly boolean[];
  /** How many neighbours of the same class tell how dense the values of a continuous column lie; 3 by default. */
  readonly nNeighbors?: number;
  /** Where the tiny noise that parts equal values of continuous columns comes from; NumPy's shared stream by default. */
  readonly randomState?: RandomStateLike;
}

const where = 'mutualInfoClassif';

/**
 * How much knowing a column's value tells of the class, in nats: scikit-learn's `mutual_info_classif`. Of codes and counts it is
 * counted; of continuous columns it is estimated from the distances to the nearest neighbours (Ross, "Mutual information between
 * discrete and continuous data sets", 2014). There are no p-values: they are NaN. Throws where a value is missing, one of a discrete
 * column is no whole number, or there is one class only.
 *
 * @example
 * ```ts
 * import { mutualInfoClassif } from '@kindling/data';
 *
 * console.log(mutualInfoClassif([[1, 7], [1, 8], [2, 7], [2, 8]], ['a', 'a', 'b', 'b']).scores);
 * // => Float64Array(2) [ 0.6931471805599453, 0 ]
 * const sizes = [[0.1], [0.4], [0.2], [0.6], [2.5], [2.1], [2.7], [2.2]];
 * const { scores } = mutualInfoClassif(sizes, [0, 0, 0, 0, 1, 1, 1, 1], { randomState: 0 });
 * console.log(scores[0]!.toFixed(4)); // => 0.7595
 * ```
 */
export function mutualInfoClassif(x: Matrix, y: Labels, options: MutualInfoOptions = {}): ColumnScores {
  checkOptions(ArgumentError, where, options, { discreteFeatures: 1, nNeighbors: 1, randomState: aRandomState });
  const { discreteFeatures = 'auto', nNeighbors = 3, randomState } = options;
  checkWhole(where, 'nNeighbors', nNeighbors, 1);
  const { flat, codes, counts } = inClasses(where, x, y);
  const discrete = discreteColumns(flat, discreteFeatures);
  const scores = new Float64Array(flat.columns);
  for (const [j, counted] of discrete.entries()) if (counted) scores[j] = countedInformation(flat, j, codes, counts);
  const others = [...discrete.keys()].filter((j) => !discrete[j]);
  if (others.length > 0) {
    const values = withNoise(flat, others, randomState);
    for (const [k, j] of others.entries()) scores[j] = nearestInformation(values[k]!, codes, counts, nNeighbors);
  }
  return { scores, pValues: new Float64Array(flat.columns).fill(Number.NaN) };
}

/** Which columns are discrete; throws where one is said to be whose values are no codes. */
function discreteColumns(flat: FlatMatrix, given: 'auto' | boolean | readonly boolean[]): boolean[] {
  const { columns } = flat;
  const bad = Array.from({ length: columns }, (_, j) => firstFraction(flat, j));
  if (given === 'auto') return bad.map((row) => row < 0);
  const flags: unknown = typeof given === 'boolean' ? new Array(columns).fill(given) : given;
  if (!Array.isArray(flags) || flags.length !== columns || flags.some((flag) => typeof flag !== 'boolean')) {
    throw new ArgumentError(
      `${where}: discreteFeatures must be 'auto', true, false, or one of both for each of ${columns} columns, got ${describe(given)}`,
    );
  }
  for (const [j, row] of bad.entries()) {
    if (!flags[j] || row < 0) continue;
    throw new ArgumentError(
      `${where}: a discrete column holds codes or counts, got ${flat.data[row * columns + j]} at row ${row}, column ${j}; leave it ` +
        'to discreteFeatures: false, or bring it into bins first, as by KBinsDiscretizer',
    );
  }
  return flags;
}

/** The row of a column's first value that is no whole number; -1 of none. */
function firstFraction({ data, rows, columns }: FlatMatrix, column: number): number {
  for (let i = 0; i < rows; i++) if (!Number.isInteger(data[i * columns + column]!)) return i;
  return -1;
}

/** The mutual information of a column of codes and the classes. */
function countedInformation(
  { data, rows, columns }: FlatMatrix,
  column: number,
  codes: Int32Array,
  counts: Float64Array,
) {
  /** How often each value occurs in each class. */
  const found = new Map<number, Float64Array>();
  for (let i = 0; i < rows; i++) {
    const value = data[i * columns + column]!;
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
  return sum < Number.EPSILON ? 0 : sum;
}

/** Some columns, brought to deviation 1, with noise far below their values, so that hardly two of them are equal. */
function withNoise(flat: FlatMatrix, chosen: readonly number[], randomState: RandomStateLike | undefined) {
  const { rows, columns } = flat;
  const { data } = new StandardScaler({ withMean: false }).fitTransform({
    ...flat,
    data: Float64Array.from(flat.data),
  });
  const noise = randomSource(randomState).normal(0, 1, rows * chosen.length);
  return chosen.map((j, k) => {
    const values = Float64Array.from({ length: rows }, (_, i) => data[i * columns + j]!);
    const size = Math.max(1, values.reduce((sum, value) => sum + Math.abs(value), 0) / rows);
    return values.map((value, i) => value + 1e-10 * size * noise[i * chosen.length + k]!);
  });
}

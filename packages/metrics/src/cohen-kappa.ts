import { aColumn, anArray, checkOptions, describe, type Known } from '@internal/arguments';
import { tabulate } from './confusion-matrix.js';
import { MetricError } from './errors.js';
import type { Label, Labels, Scores } from './inputs.js';
import { sum } from './sum.js';

/** Options of {@link cohenKappaScore}. */
export interface CohenKappaOptions {
  /** The classes to look at; all that occur when left out. */
  labels?: ArrayLike<Label> | undefined;
  /** How much a near miss counts: by distance, by squared distance, or every miss alike when left out. */
  weights?: 'linear' | 'quadratic' | undefined;
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
}

const known: Known<CohenKappaOptions> = { labels: anArray, weights: 1, sampleWeight: aColumn };

/**
 * How far two labellings agree beyond what chance would give, at most 1 (Cohen, "A coefficient of agreement for
 * nominal scales", 1960). Equal to scikit-learn's `cohen_kappa_score`.
 *
 * @param y1 one labelling, `[n]`
 * @param y2 the other labelling, `[n]`
 * @throws MetricError for an empty argument, different lengths, a value that is no class label, or a single class in
 * both, where agreement by chance is certain
 * @example
 * ```ts
 * import { cohenKappaScore } from '@kindling/metrics';
 *
 * console.log(cohenKappaScore([0, 1, 1, 0], [0, 1, 0, 0])); // => 0.5
 * ```
 */
export function cohenKappaScore(y1: Labels, y2: Labels, options: CohenKappaOptions = {}): number {
  const where = 'cohenKappaScore';
  checkOptions(MetricError, where, options, known);
  const { matrix } = tabulate(where, ['y1', 'y2'], y1, y2, options);
  const rows = matrix.map((row) => sum(row));
  const columns = matrix.map((_, j) => sum(matrix.map((row) => row[j]!)));
  const total = sum(rows);
  const penalty = distance(where, options.weights);
  const observed = sum(matrix.flatMap((row, i) => row.map((value, j) => value * penalty(i, j))));
  const expected = sum(
    matrix.flatMap((row, i) => row.map((_, j) => ((rows[i]! * columns[j]!) / total) * penalty(i, j))),
  );
  if (!(expected > 0)) throw new MetricError(`${where}: both labellings hold one and the same class only`);
  return 1 - observed / expected;
}

function distance(where: string, weights: CohenKappaOptions['weights']): (i: number, j: number) => number {
  if (weights === undefined) return (i, j) => (i === j ? 0 : 1);
  if (weights === 'linear') return (i, j) => Math.abs(i - j);
  if (weights === 'quadratic') return (i, j) => (i - j) ** 2;
  throw new MetricError(`${where}: weights is ${describe(weights)}, expected 'linear' or 'quadratic'`);
}

import { aColumn, checkOptions, type Known, twoNumbers, wrong } from '@internal/arguments';
import { MetricError } from '../errors.js';
import { readScores, type Scores } from '../inputs.js';
import { whole } from '../statistics/checks.js';
import { sum } from '../sum.js';
import { type Rows, readTable } from './rows.js';

/** Options of {@link partialDependence}. */
export interface PartialDependenceOptions {
  /** The values to try; when left out those that occur, or where they are many `resolution` at even steps. */
  grid?: Scores | undefined;
  /** How many values are tried; 100 when left out. */
  resolution?: number | undefined;
  /** Between which quantiles of the column the steps lie; [0.05, 0.95] when left out. */
  percentiles?: readonly [number, number] | undefined;
}

/** What a model says on average where a column has each of some values. */
export interface PartialDependence {
  /** The values tried, ascending unless given. */
  readonly grid: number[];
  /** The mean prediction at each. */
  readonly average: number[];
}

const known: Known<PartialDependenceOptions> = { grid: aColumn, resolution: 'number', percentiles: twoNumbers };
const where = 'partialDependence';

/**
 * How a model's prediction depends on one column: the mean over all rows of what it says when the column has a value in
 * all of them (Friedman, "Greedy function approximation", 2001). Equal to scikit-learn's `partial_dependence` with
 * `method='brute'`. Where columns go together, some of the rows asked about are such as never occur.
 *
 * @param predict the model: one number a row, at once or as a promise
 * @param x the rows, `[n, columns]`
 * @param column the position of the column
 * @throws MetricError for no rows, rows of different lengths, a column that is none, or predictions that are not one a row
 * @example
 * ```ts
 * import { partialDependence } from '@kindling/metrics';
 *
 * const model = (rows: Float64Array[]) => rows.map(([a = 0, b = 0]) => 2 * a + b);
 * const { grid, average } = await partialDependence(model, [[0, 1], [1, 3], [2, 5]], 0, { grid: [0, 1, 2] });
 * console.log(grid, average); // => [ 0, 1, 2 ] [ 3, 5, 7 ]
 * ```
 */
export async function partialDependence(
  predict: (rows: Float64Array[]) => Scores | Promise<Scores>,
  x: Rows,
  column: number,
  options: PartialDependenceOptions = {},
): Promise<PartialDependence> {
  if (typeof predict !== 'function') wrong(MetricError, where, 'predict', 'a function of rows', predict);
  checkOptions(MetricError, where, options, known);
  const rows = readTable(where, x);
  whole(where, 'column', column, 0);
  const columns = rows[0]!.length;
  if (column >= columns) throw new MetricError(`${where}: column is ${column}, the rows have ${columns} columns`);
  const values = Float64Array.from(rows, (row) => row[column]!).sort();
  const grid =
    options.grid === undefined ? steps(values, options) : Array.from(readScores(where, 'grid', options.grid));
  const average: number[] = [];
  for (const value of grid) {
    const asked = rows.map((row) => {
      const changed = row.slice();
      changed[column] = value;
      return changed;
    });
    const said = readScores(where, 'what predict gives', await predict(asked));
    if (said.length !== rows.length) {
      throw new MetricError(`${where}: predict gave ${said.length} numbers for ${rows.length} rows`);
    }
    average.push(sum(said) / rows.length);
  }
  return { grid, average };
}

function steps(sorted: Float64Array, options: PartialDependenceOptions): number[] {
  const { resolution = 100, percentiles = [0.05, 0.95] } = options;
  whole(where, 'resolution', resolution, 2);
  const [low, high] = percentiles;
  if (!(low >= 0 && low < high && high <= 1)) {
    throw new MetricError(`${where}: percentiles are [${low}, ${high}], expected two ascending shares in [0, 1]`);
  }
  const present = [...new Set(sorted)];
  if (present.length < resolution) return present;
  const [start, end] = [quantile(sorted, low), quantile(sorted, high)];
  if (end - start <= 1e-8 + 1e-5 * Math.abs(end)) {
    throw new MetricError(`${where}: the column is ${start} at both percentiles; choose wider ones, or a grid`);
  }
  const step = (end - start) / (resolution - 1);
  return Array.from({ length: resolution }, (_, i) => (i === resolution - 1 ? end : start + i * step));
}

/** A quantile at the plotting positions that SciPy takes when asked for nothing else: n p + 0.4 + 0.2 p. */
function quantile(sorted: Float64Array, p: number): number {
  const n = sorted.length;
  const position = n * p + 0.4 + p * (1 - 0.4 - 0.4);
  const k = Math.floor(Math.min(Math.max(position, 1), n - 1));
  const part = Math.min(Math.max(position - k, 0), 1);
  return (1 - part) * sorted[k - 1]! + part * sorted[k]!;
}

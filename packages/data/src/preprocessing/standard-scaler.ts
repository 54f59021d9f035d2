import { checkColumns, flatten, inFormOf, type Matrix, mapColumns, type Scaled } from './matrix.js';

/** What `StandardScaler` does to a column. */
export interface StandardScalerOptions {
  /** Whether the mean is taken off; true by default. */
  readonly withMean?: boolean;
  /** Whether the values are divided by the standard deviation; true by default. */
  readonly withStd?: boolean;
}

/**
 * Brings every column to mean 0 and standard deviation 1 (of the population): scikit-learn's `StandardScaler`, with its
 * two-pass variance (Chan, Golub and LeVeque, 1983). A column that does not vary is only centred. Fit it to the training
 * part alone. Throws where a value is not finite or the columns are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { StandardScaler } from '@kindling/data';
 *
 * const scaler = new StandardScaler().fit([[0, 5], [2, 5], [4, 5], [6, 5]]);
 * console.log(scaler.mean, scaler.scale); // => Float64Array(2) [ 3, 5 ] Float64Array(2) [ 2.23606797749979, 1 ]
 * console.log(scaler.transform([[3, 6]])); // => [ [ 0, 1 ] ]
 * ```
 */
export class StandardScaler {
  /** The mean of each column. */
  mean: Float64Array | undefined;
  /** The population variance of each column. */
  variance: Float64Array | undefined;
  /** What each column is divided by. */
  scale: Float64Array | undefined;
  private readonly withMean: boolean;
  private readonly withStd: boolean;

  constructor({ withMean = true, withStd = true }: StandardScalerOptions = {}) {
    this.withMean = withMean;
    this.withStd = withStd;
  }

  /** Takes mean and variance from the columns of `x`. */
  fit(x: Matrix): this {
    const { data, rows, columns } = flatten('StandardScaler', x);
    const mean = new Float64Array(columns);
    for (let i = 0; i < data.length; i++) mean[i % columns]! += data[i]!;
    for (let j = 0; j < columns; j++) mean[j]! /= rows;
    const drift = new Float64Array(columns);
    const squares = new Float64Array(columns);
    for (let i = 0; i < data.length; i++) {
      const off = data[i]! - mean[i % columns]!;
      drift[i % columns]! += off;
      squares[i % columns]! += off * off;
    }
    this.mean = mean;
    this.variance = squares.map((sum, j) => (sum - drift[j]! ** 2 / rows) / rows);
    this.scale = this.variance.map((variance, j) => {
      const noise = rows * Number.EPSILON * variance + (rows * mean[j]! * Number.EPSILON) ** 2;
      return variance <= noise ? 1 : Math.sqrt(variance);
    });
    return this;
  }

  /** A scaled copy of `x`, in the form and dtype of `x`. */
  transform<M extends Matrix>(x: M): Scaled<M> {
    const flat = flatten('StandardScaler', x);
    checkColumns('StandardScaler', this.mean, flat);
    if (this.withMean) mapColumns(flat, (value, j) => value - this.mean![j]!);
    if (this.withStd) mapColumns(flat, (value, j) => value / this.scale![j]!);
    return inFormOf(x, flat);
  }

  /** `fit` and `transform` in one. */
  fitTransform<M extends Matrix>(x: M): Scaled<M> {
    return this.fit(x).transform(x);
  }

  /** A copy of scaled values in the original units. */
  inverseTransform<M extends Matrix>(x: M): Scaled<M> {
    const flat = flatten('StandardScaler', x);
    checkColumns('StandardScaler', this.mean, flat);
    if (this.withStd) mapColumns(flat, (value, j) => value * this.scale![j]!);
    if (this.withMean) mapColumns(flat, (value, j) => value + this.mean![j]!);
    return inFormOf(x, flat);
  }
}

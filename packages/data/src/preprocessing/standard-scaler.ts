import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { type FlatMatrix, mapColumns } from './matrix.js';
import {
  checkFlag,
  InvertibleTransformer,
  type Learned,
  perColumn,
  readState,
  type TransformerState,
} from './transformer.js';

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
 * part alone. NaN is a missing value: it is left out when fitting, and stays. Throws where a value is infinite or the columns
 * are not those it was fitted to.
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
export class StandardScaler extends InvertibleTransformer {
  /** The mean of each column. */
  mean: Float64Array | undefined;
  /** The population variance of each column. */
  variance: Float64Array | undefined;
  /** What each column is divided by. */
  scale: Float64Array | undefined;
  protected override readonly name = 'StandardScaler';
  private readonly withMean: boolean;
  private readonly withStd: boolean;

  constructor(options: StandardScalerOptions = {}) {
    super();
    checkOptions(ArgumentError, 'StandardScaler', options, { withMean: 1, withStd: 1 });
    const { withMean = true, withStd = true } = options;
    checkFlag('StandardScaler', 'withMean', withMean);
    checkFlag('StandardScaler', 'withStd', withStd);
    this.withMean = withMean;
    this.withStd = withStd;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): StandardScaler {
    const read = readState('StandardScaler', state, { mean: perColumn, variance: perColumn, scale: perColumn });
    return new StandardScaler(read.options).restore(read);
  }

  protected override learn({ data, columns }: FlatMatrix): void {
    const count = new Float64Array(columns);
    const mean = new Float64Array(columns);
    for (let i = 0; i < data.length; ) {
      for (let j = 0; j < columns; j++, i++) {
        const value = data[i]!;
        if (Number.isNaN(value)) continue;
        mean[j]! += value;
        count[j]!++;
      }
    }
    for (let j = 0; j < columns; j++) mean[j]! /= count[j]!;
    const drift = new Float64Array(columns);
    const squares = new Float64Array(columns);
    for (let i = 0; i < data.length; ) {
      for (let j = 0; j < columns; j++, i++) {
        const off = data[i]! - mean[j]!;
        if (Number.isNaN(off)) continue;
        drift[j]! += off;
        squares[j]! += off * off;
      }
    }
    this.mean = mean;
    this.variance = squares.map((sum, j) => (sum - drift[j]! ** 2 / count[j]!) / count[j]!);
    this.scale = this.variance.map((variance, j) => {
      const noise = count[j]! * Number.EPSILON * variance + (count[j]! * mean[j]! * Number.EPSILON) ** 2;
      return variance <= noise ? 1 : Math.sqrt(variance);
    });
  }

  protected override apply(x: FlatMatrix): FlatMatrix {
    if (this.withMean) mapColumns(x, (value, j) => value - this.mean![j]!);
    if (this.withStd) mapColumns(x, (value, j) => value / this.scale![j]!);
    return x;
  }

  protected override undo(x: FlatMatrix): FlatMatrix {
    if (this.withStd) mapColumns(x, (value, j) => value * this.scale![j]!);
    if (this.withMean) mapColumns(x, (value, j) => value + this.mean![j]!);
    return x;
  }

  protected override learned(): Learned {
    return { mean: this.mean!, variance: this.variance!, scale: this.scale! };
  }

  protected override options(): Record<string, unknown> {
    return { withMean: this.withMean, withStd: this.withStd };
  }
}

import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { addToColumns, type FlatMatrix, flatten, type Matrix, multiplyColumns, shiftAndDivide } from './matrix.js';
import { type FitOptions, weightsOf } from './sample-weight.js';
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
  /** How many values each column had, or the sum of their weights. */
  count: Float64Array | undefined;
  protected override readonly name = 'StandardScaler';
  protected override readonly pure = true;
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
    const lengths = { mean: perColumn, variance: perColumn, scale: perColumn, count: perColumn };
    const read = readState('StandardScaler', state, lengths, ['count']);
    return new StandardScaler(read.options).restore(read);
  }

  /** Learns from the columns of `x`, weighted or not; fit to the training rows alone. */
  override fit(x: Matrix, options: FitOptions = {}): this {
    const flat = flatten(this.name, x, this.nan, false);
    const weights = weightsOf(this.name, flat.rows, options);
    this.count = undefined;
    this.add(flat, weights);
    return this.fittedTo(x, flat.columns);
  }

  /** Learns from more rows, as `fit` would from all of them, but for rounding: for data that comes in parts. */
  partialFit(x: Matrix, options: FitOptions = {}): this {
    if (this.columns === undefined) return this.fit(x, options);
    if (this.count === undefined) {
      throw new ArgumentError('StandardScaler: what it was loaded from does not say how many rows it saw');
    }
    const flat = this.read(x);
    this.add(flat, weightsOf(this.name, flat.rows, options));
    return this;
  }

  protected override learn(x: FlatMatrix): void {
    this.count = undefined;
    this.add(x, undefined);
  }

  /** Joins the mean and variance of more rows to those of the rows before (Chan, Golub and LeVeque). */
  private add({ data, columns }: FlatMatrix, weights: ArrayLike<number> | undefined): void {
    const { count, sums } = weights === undefined ? sumsOf(data, columns) : weightedSumsOf(data, columns, weights);
    const means = sums.map((sum, j) => sum / count[j]!);
    const { drift, squares } = deviationsOf(data, columns, means, weights);
    const before = this.count;
    const variance = new Float64Array(columns);
    for (let j = 0; j < columns; j++) {
      const n = count[j]!;
      const seen = before?.[j] ?? 0;
      let sum = squares[j]! - drift[j]! ** 2 / n;
      if (seen > 0 && n > 0) {
        const all = this.mean![j]! * seen;
        sum += this.variance![j]! * seen + (seen / n / (seen + n)) * (all / (seen / n) - sums[j]!) ** 2;
        means[j] = (all + sums[j]!) / (seen + n);
      } else if (seen > 0) {
        means[j] = this.mean![j]!;
        sum = this.variance![j]! * seen;
      }
      count[j] = seen + n;
      variance[j] = sum / (seen + n);
    }
    this.count = count;
    this.mean = means;
    this.variance = variance;
    this.scale = variance.map((value, j) => {
      const n = count[j]!;
      const noise = n * Number.EPSILON * value + (n * means[j]! * Number.EPSILON) ** 2;
      return value <= noise ? 1 : Math.sqrt(value);
    });
  }

  protected override apply(x: FlatMatrix): FlatMatrix {
    return shiftAndDivide(x, this.withMean ? this.mean! : null, this.withStd ? this.scale! : null);
  }

  protected override undo(x: FlatMatrix): FlatMatrix {
    if (this.withStd) multiplyColumns(x, this.scale!);
    if (this.withMean) addToColumns(x, this.mean!, 1);
    return x;
  }

  protected override learned(): Learned {
    const { count } = this;
    return {
      mean: this.mean!,
      variance: this.variance!,
      scale: this.scale!,
      ...(count === undefined ? {} : { count }),
    };
  }

  protected override options(): Record<string, unknown> {
    return { withMean: this.withMean, withStd: this.withStd };
  }
}

/** How many values each column has, and their sums. */
function sumsOf(data: Float32Array | Float64Array, columns: number) {
  const count = new Float64Array(columns).fill(data.length / columns);
  const sums = new Float64Array(columns);
  for (let i = 0; i < data.length; ) {
    for (let j = 0; j < columns; j++, i++) {
      const value = data[i]!;
      if (Number.isNaN(value)) count[j]!--;
      else sums[j]! += value;
    }
  }
  return { count, sums };
}

function weightedSumsOf(data: Float32Array | Float64Array, columns: number, weights: ArrayLike<number>) {
  const count = new Float64Array(columns);
  const sums = new Float64Array(columns);
  for (let i = 0, row = 0; i < data.length; row++) {
    const weight = weights[row]!;
    for (let j = 0; j < columns; j++, i++) {
      const value = data[i]!;
      if (Number.isNaN(value)) continue;
      sums[j]! += value * weight;
      count[j]! += weight;
    }
  }
  return { count, sums };
}

/** The sums of what values are off the means, and of its squares. */
function deviationsOf(
  data: Float32Array | Float64Array,
  columns: number,
  means: Float64Array,
  weights: ArrayLike<number> | undefined,
) {
  const drift = new Float64Array(columns);
  const squares = new Float64Array(columns);
  for (let i = 0, row = 0; i < data.length; row++) {
    const weight = weights === undefined ? 1 : weights[row]!;
    for (let j = 0; j < columns; j++, i++) {
      const off = data[i]! - means[j]!;
      if (Number.isNaN(off)) continue;
      drift[j]! += weight * off;
      squares[j]! += weight * (off * off);
    }
  }
  return { drift, squares };
}

import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import {
  addToColumns,
  checkValues,
  type FlatMatrix,
  flatten,
  type Matrix,
  multiplyColumns,
  shiftAndDivide,
} from './matrix.js';
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
  protected override readonly refusesInfinite = true;
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
    const flat = flatten(this.name, x, 'unchecked', false);
    this.add(flat, weightsOf(this.name, flat.rows, options), undefined);
    return this.fittedTo(x, flat.columns);
  }

  /** Learns from more rows, as `fit` would from all of them, but for rounding: for data that comes in parts. */
  partialFit(x: Matrix, options: FitOptions = {}): this {
    if (this.columns === undefined) return this.fit(x, options);
    if (this.count === undefined) {
      throw new ArgumentError('StandardScaler: what it was loaded from does not say how many rows it saw');
    }
    const flat = this.read(x);
    this.add(flat, weightsOf(this.name, flat.rows, options), this.count);
    return this;
  }

  protected override learn(x: FlatMatrix): void {
    this.add(x, undefined, undefined);
  }

  /** Joins the mean and variance of more rows to those of the rows before (Chan, Golub and LeVeque). */
  private add(x: FlatMatrix, weights: ArrayLike<number> | undefined, before: Float64Array | undefined): void {
    const { data, columns } = x;
    const { count, sums } = weights === undefined ? sumsOf(data, columns) : weightedSumsOf(data, columns, weights);
    // What is infinite makes its sum so, or NaN.
    if (!sums.every(Number.isFinite)) checkValues(this.name, x, this.nan);
    const means = sums.map((sum, j) => sum / count[j]!);
    const { drift, squares } =
      weights === undefined ? deviationsOf(data, columns, means) : weightedDeviationsOf(data, columns, means, weights);
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

/** How many values each column has, and their sums: eight rows of a column at a time take half the time of one by one. */
function sumsOf(data: Float32Array | Float64Array, columns: number) {
  const count = new Float64Array(columns).fill(data.length / columns);
  const sums = new Float64Array(columns);
  const block = 8 * columns;
  let i = 0;
  for (; i + block <= data.length; i += block - columns) {
    for (let j = 0; j < columns; j++, i++) {
      let sum = sums[j]! + data[i]!;
      sum += data[i + columns]!;
      sum += data[i + 2 * columns]!;
      sum += data[i + 3 * columns]!;
      sum += data[i + 4 * columns]!;
      sum += data[i + 5 * columns]!;
      sum += data[i + 6 * columns]!;
      sum += data[i + 7 * columns]!;
      if (Number.isNaN(sum)) addKnown(data, i, columns, 8, j, sums, count);
      else sums[j] = sum;
    }
  }
  const left = (data.length - i) / columns;
  for (let j = 0; j < columns; j++) addKnown(data, i + j, columns, left, j, sums, count);
  return { count, sums };
}

/** Adds some values of a column, from a place on, to its sum; those that are missing count less. */
function addKnown(
  data: Float32Array | Float64Array,
  from: number,
  columns: number,
  rows: number,
  column: number,
  sums: Float64Array,
  count: Float64Array,
): void {
  for (let k = 0; k < rows; k++) {
    const value = data[from + k * columns]!;
    if (Number.isNaN(value)) count[column]!--;
    else sums[column]! += value;
  }
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

/** The sums of what values are off the means, and of its squares: eight rows of a column at a time. */
function deviationsOf(data: Float32Array | Float64Array, columns: number, means: Float64Array) {
  const drift = new Float64Array(columns);
  const squares = new Float64Array(columns);
  const block = 8 * columns;
  let i = 0;
  for (; i + block <= data.length; i += block - columns) {
    for (let j = 0; j < columns; j++, i++) {
      const mean = means[j]!;
      const a = data[i]! - mean;
      const b = data[i + columns]! - mean;
      const c = data[i + 2 * columns]! - mean;
      const d = data[i + 3 * columns]! - mean;
      const e = data[i + 4 * columns]! - mean;
      const f = data[i + 5 * columns]! - mean;
      const g = data[i + 6 * columns]! - mean;
      const h = data[i + 7 * columns]! - mean;
      const sum = drift[j]! + a + b + c + d + e + f + g + h;
      if (Number.isNaN(sum)) addOff(data, i, columns, 8, j, mean, drift, squares);
      else {
        drift[j] = sum;
        squares[j] = squares[j]! + a * a + b * b + c * c + d * d + e * e + f * f + g * g + h * h;
      }
    }
  }
  const left = (data.length - i) / columns;
  for (let j = 0; j < columns; j++) addOff(data, i + j, columns, left, j, means[j]!, drift, squares);
  return { drift, squares };
}

/** Adds what some values of a column, from a place on, are off its mean, but for those that are missing. */
function addOff(
  data: Float32Array | Float64Array,
  from: number,
  columns: number,
  rows: number,
  column: number,
  mean: number,
  drift: Float64Array,
  squares: Float64Array,
): void {
  for (let k = 0; k < rows; k++) {
    const off = data[from + k * columns]! - mean;
    if (Number.isNaN(off)) continue;
    drift[column]! += off;
    squares[column]! += off * off;
  }
}

function weightedDeviationsOf(
  data: Float32Array | Float64Array,
  columns: number,
  means: Float64Array,
  weights: ArrayLike<number>,
) {
  const drift = new Float64Array(columns);
  const squares = new Float64Array(columns);
  for (let i = 0, row = 0; i < data.length; row++) {
    const weight = weights[row]!;
    for (let j = 0; j < columns; j++, i++) {
      const off = data[i]! - means[j]!;
      if (Number.isNaN(off)) continue;
      drift[j]! += weight * off;
      squares[j]! += weight * (off * off);
    }
  }
  return { drift, squares };
}

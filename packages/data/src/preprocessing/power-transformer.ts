import { checkChoice, checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { addToColumns, divideColumns, type FlatMatrix, multiplyColumns } from './matrix.js';
import { minimize } from './numeric/minimize.js';
import { StandardScaler } from './standard-scaler.js';
import {
  checkFlag,
  InvertibleTransformer,
  type Learned,
  perColumn,
  readState,
  type TransformerState,
} from './transformer.js';

/** Which powers `PowerTransformer` takes. */
export interface PowerTransformerOptions {
  /** Yeo and Johnson's, for all numbers (the default), or Box and Cox's, for numbers above 0. */
  readonly method?: 'yeo-johnson' | 'box-cox';
  /** Whether the result has mean 0 and deviation 1; true by default. */
  readonly standardize?: boolean;
}

/**
 * Makes the distribution of each column more like a normal one by a power that is found by maximum likelihood: scikit-learn's
 * `PowerTransformer`. Fit it to the training rows alone. NaN is a missing value: it is left out when fitting, and stays. Throws where
 * a value is infinite, for `box-cox` where one is not above 0, or the columns are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { PowerTransformer } from '@kindling/data';
 *
 * const power = new PowerTransformer().fit([[1, 2], [3, 2], [4, 5]]);
 * console.log(power.lambdas!.map((value) => Math.round(value * 1e4) / 1e4)); // => Float64Array(2) [ 1.3867, -3.1005 ]
 * ```
 */
export class PowerTransformer extends InvertibleTransformer {
  /** The power of each column. */
  lambdas: Float64Array | undefined;
  /** The mean of each column after that; 0 where it is not taken off. */
  mean: Float64Array | undefined;
  /** Its deviation after that; 1 where it is not divided by. */
  scale: Float64Array | undefined;
  protected override readonly name = 'PowerTransformer';
  private readonly method: 'yeo-johnson' | 'box-cox';
  private readonly standardize: boolean;

  constructor(options: PowerTransformerOptions = {}) {
    super();
    const where = 'PowerTransformer';
    checkOptions(ArgumentError, where, options, { method: 1, standardize: 1 });
    const { method = 'yeo-johnson', standardize = true } = options;
    checkChoice(ArgumentError, where, 'method', method, ['yeo-johnson', 'box-cox']);
    checkFlag(where, 'standardize', standardize);
    this.method = method;
    this.standardize = standardize;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): PowerTransformer {
    const read = readState('PowerTransformer', state, { lambdas: perColumn, mean: perColumn, scale: perColumn });
    return new PowerTransformer(read.options).restore(read);
  }

  protected override learn(x: FlatMatrix): void {
    this.checkPositive(x);
    const { columns, rows } = x;
    const best = this.method === 'box-cox' ? bestBoxCox : bestYeoJohnson;
    this.lambdas = Float64Array.from({ length: columns }, (_, j) => {
      const values = new Float64Array(rows);
      let n = 0;
      for (let i = j; i < x.data.length; i += columns) if (!Number.isNaN(x.data[i]!)) values[n++] = x.data[i]!;
      return best(values.subarray(0, n));
    });
    this.mean = new Float64Array(columns);
    this.scale = new Float64Array(columns).fill(1);
    if (!this.standardize) return;
    this.raise(x);
    const scaler = new StandardScaler().fit(x);
    this.mean = scaler.mean;
    this.scale = scaler.scale;
  }

  private checkPositive({ data, columns }: FlatMatrix): void {
    if (this.method !== 'box-cox') return;
    const bad = data.findIndex((value) => value <= 0);
    if (bad < 0) return;
    const place = `row ${Math.floor(bad / columns)}, column ${bad % columns}`;
    throw new ArgumentError(`PowerTransformer: box-cox takes numbers above 0, got ${data[bad]} at ${place}`);
  }

  private raise({ data, columns }: FlatMatrix): void {
    const forward = this.method === 'box-cox' ? boxCox : yeoJohnson;
    for (let j = 0; j < columns; j++) {
      const lambda = this.lambdas![j]!;
      for (let i = j; i < data.length; i += columns) data[i] = forward(data[i]!, lambda);
    }
  }

  protected override apply(x: FlatMatrix): FlatMatrix {
    this.checkPositive(x);
    this.raise(x);
    if (this.standardize) {
      addToColumns(x, this.mean!, -1);
      divideColumns(x, this.scale!);
    }
    return x;
  }

  protected override undo(x: FlatMatrix): FlatMatrix {
    const { data, columns } = x;
    if (this.standardize) {
      multiplyColumns(x, this.scale!);
      addToColumns(x, this.mean!, 1);
    }
    const back = this.method === 'box-cox' ? undoBoxCox : undoYeoJohnson;
    for (let j = 0; j < columns; j++) {
      const lambda = this.lambdas![j]!;
      for (let i = j; i < data.length; i += columns) data[i] = back(data[i]!, lambda);
    }
    return x;
  }

  protected override learned(): Learned {
    return { lambdas: this.lambdas!, mean: this.mean!, scale: this.scale! };
  }

  protected override options(): Record<string, unknown> {
    return { method: this.method, standardize: this.standardize };
  }
}

function yeoJohnson(x: number, lambda: number): number {
  if (x >= 0) return Math.abs(lambda) < Number.EPSILON ? Math.log1p(x) : ((x + 1) ** lambda - 1) / lambda;
  return Math.abs(lambda - 2) > Number.EPSILON ? -((1 - x) ** (2 - lambda) - 1) / (2 - lambda) : -Math.log1p(-x);
}

function undoYeoJohnson(x: number, lambda: number): number {
  if (x >= 0) return Math.abs(lambda) < Number.EPSILON ? Math.exp(x) - 1 : (x * lambda + 1) ** (1 / lambda) - 1;
  return Math.abs(lambda - 2) > Number.EPSILON ? 1 - (-(2 - lambda) * x + 1) ** (1 / (2 - lambda)) : 1 - Math.exp(-x);
}

function boxCox(x: number, lambda: number): number {
  // The difference from 1 keeps its digits where the power is near 0.
  return lambda === 0 ? Math.log(x) : Math.expm1(lambda * Math.log(x)) / lambda;
}

function undoBoxCox(x: number, lambda: number): number {
  return lambda === 0 ? Math.exp(x) : (x * lambda + 1) ** (1 / lambda);
}

function bestYeoJohnson(values: Float64Array): number {
  let spread = 0;
  for (const value of values) spread += Math.sign(value) * Math.log1p(Math.abs(value));
  const changed = new Float64Array(values.length);
  return minimize(
    (lambda) => {
      for (let i = 0; i < values.length; i++) changed[i] = yeoJohnson(values[i]!, lambda);
      const variance = varianceOf(changed);
      // A variance that is none has no logarithm.
      if (variance < 2.2250738585072014e-308) return Number.POSITIVE_INFINITY;
      return (values.length / 2) * Math.log(variance) - (lambda - 1) * spread;
    },
    -2,
    2,
  );
}

function bestBoxCox(values: Float64Array): number {
  const logs = values.map(Math.log);
  const sum = logs.reduce((total, value) => total + value, 0);
  const changed = new Float64Array(values.length);
  return minimize(
    (lambda) => {
      for (let i = 0; i < values.length; i++) changed[i] = lambda === 0 ? logs[i]! : values[i]! ** lambda / lambda;
      return (values.length / 2) * Math.log(varianceOf(changed)) - (lambda - 1) * sum;
    },
    -2,
    2,
  );
}

function varianceOf(values: Float64Array): number {
  let mean = 0;
  for (const value of values) mean += value;
  mean /= values.length;
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return sum / values.length;
}

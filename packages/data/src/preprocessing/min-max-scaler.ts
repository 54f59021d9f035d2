import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { addToColumns, divideColumns, type FlatMatrix, type Matrix, mapColumns, scaleAndShift } from './matrix.js';
import {
  checkFlag,
  InvertibleTransformer,
  type Learned,
  nonZero,
  perColumn,
  readState,
  type TransformerState,
} from './transformer.js';

/** What `MinMaxScaler` does to a column. */
export interface MinMaxScalerOptions {
  /** Where the smallest and the largest fitted value go; [0, 1] by default. */
  readonly featureRange?: readonly [least: number, most: number];
  /** Whether values outside the fitted ones are cut to the range; false by default. */
  readonly clip?: boolean;
}

/**
 * Brings every column into one range by its smallest and largest value: scikit-learn's `MinMaxScaler`. A column that
 * does not vary goes to the lower end. NaN is a missing value: it is left out when fitting, and stays. Throws where the range
 * is empty, a value is infinite, or the columns are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { MinMaxScaler } from '@kindling/data';
 *
 * const scaler = new MinMaxScaler().fit([[-1, 2], [3, 10]]);
 * console.log(scaler.transform([[1, 2], [5, 4]])); // => [ [ 0.5, 0 ], [ 1.5, 0.25 ] ]
 * ```
 */
export class MinMaxScaler extends InvertibleTransformer {
  /** The smallest value of each column. */
  dataMin: Float64Array | undefined;
  /** The largest value of each column. */
  dataMax: Float64Array | undefined;
  /** What each column is multiplied by. */
  scale: Float64Array | undefined;
  /** What is then added. */
  min: Float64Array | undefined;
  protected override readonly name = 'MinMaxScaler';
  protected override readonly pure = true;
  private readonly featureRange: readonly [number, number];
  private readonly clip: boolean;

  constructor(options: MinMaxScalerOptions = {}) {
    super();
    checkOptions(ArgumentError, 'MinMaxScaler', options, { featureRange: 1, clip: 1 });
    const { featureRange = [0, 1], clip = false } = options;
    if (!Array.isArray(featureRange) || featureRange.length !== 2) {
      throw new ArgumentError(`MinMaxScaler: featureRange must be two numbers, got ${describe(featureRange)}`);
    }
    const [least, most] = featureRange;
    if (!(Number.isFinite(least) && Number.isFinite(most) && least < most)) {
      throw new ArgumentError(`MinMaxScaler: the range must go from less to more, got [${least}, ${most}]`);
    }
    checkFlag('MinMaxScaler', 'clip', clip);
    this.featureRange = [least, most];
    this.clip = clip;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): MinMaxScaler {
    const lengths = { dataMin: perColumn, dataMax: perColumn, scale: perColumn, min: perColumn };
    const read = readState('MinMaxScaler', state, lengths);
    return new MinMaxScaler(read.options).restore(read);
  }

  /** Learns from more rows, as `fit` would from all of them: for data that comes in parts. */
  partialFit(x: Matrix): this {
    if (this.columns === undefined) return this.fit(x);
    const { dataMin, dataMax } = this;
    this.learn(this.read(x), dataMin, dataMax);
    return this;
  }

  protected override learn({ data, columns }: FlatMatrix, lowest?: Float64Array, highest?: Float64Array): void {
    const [least, most] = this.featureRange;
    // scikit-learn keeps these numbers in the dtype of the data.
    const single = data instanceof Float32Array;
    const round = single ? Math.fround : (value: number): number => value;
    const dataMin = lowest?.slice() ?? new Float64Array(columns).fill(Number.NaN);
    const dataMax = highest?.slice() ?? dataMin.slice();
    for (let i = 0; i < data.length; ) {
      for (let j = 0; j < columns; j++, i++) {
        const value = data[i]!;
        // The first value that is not missing replaces NaN.
        if (Number.isNaN(value)) continue;
        if (!(dataMin[j]! <= value)) dataMin[j] = value;
        if (!(dataMax[j]! >= value)) dataMax[j] = value;
      }
    }
    this.scale = dataMax.map((value, j) => round(round(most - least) / nonZero(round(value - dataMin[j]!), single)));
    this.min = this.scale.map((scale, j) => round(round(least) - round(dataMin[j]! * scale)));
    this.dataMin = dataMin;
    this.dataMax = dataMax;
  }

  protected override apply(x: FlatMatrix): FlatMatrix {
    const scaled = scaleAndShift(x, this.scale!, this.min!);
    const [least, most] = this.featureRange;
    if (this.clip) mapColumns(scaled, (value) => Math.min(Math.max(value, least), most));
    return scaled;
  }

  protected override undo(x: FlatMatrix): FlatMatrix {
    addToColumns(x, this.min!, -1);
    divideColumns(x, this.scale!);
    return x;
  }

  protected override learned(): Learned {
    return { dataMin: this.dataMin!, dataMax: this.dataMax!, scale: this.scale!, min: this.min! };
  }

  protected override options(): Record<string, unknown> {
    return { featureRange: this.featureRange, clip: this.clip };
  }
}

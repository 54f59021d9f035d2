import { ArgumentError } from '@kindling/tensor-core';
import { checkColumns, flatten, inFormOf, type Matrix, mapColumns, type Scaled } from './matrix.js';

/** What `MinMaxScaler` does to a column. */
export interface MinMaxScalerOptions {
  /** Where the smallest and the largest fitted value go; [0, 1] by default. */
  readonly featureRange?: readonly [least: number, most: number];
  /** Whether values outside the fitted ones are cut to the range; false by default. */
  readonly clip?: boolean;
}

/**
 * Brings every column into one range by its smallest and largest value: scikit-learn's `MinMaxScaler`. A column that
 * does not vary goes to the lower end. Throws where the range is empty, a value is not finite, or the columns are not
 * those it was fitted to.
 *
 * @example
 * ```ts
 * import { MinMaxScaler } from '@kindling/data';
 *
 * const scaler = new MinMaxScaler().fit([[-1, 2], [3, 10]]);
 * console.log(scaler.transform([[1, 2], [5, 4]])); // => [ [ 0.5, 0 ], [ 1.5, 0.25 ] ]
 * ```
 */
export class MinMaxScaler {
  /** The smallest value of each column. */
  dataMin: Float64Array | undefined;
  /** The largest value of each column. */
  dataMax: Float64Array | undefined;
  /** What each column is multiplied by. */
  scale: Float64Array | undefined;
  /** What is then added. */
  min: Float64Array | undefined;
  private readonly featureRange: readonly [number, number];
  private readonly clip: boolean;

  constructor({ featureRange = [0, 1], clip = false }: MinMaxScalerOptions = {}) {
    const [least, most] = featureRange;
    if (!(least < most)) {
      throw new ArgumentError(`MinMaxScaler: the range must go from less to more, got [${least}, ${most}]`);
    }
    this.featureRange = featureRange;
    this.clip = clip;
  }

  /** Takes the smallest and largest value from the columns of `x`. */
  fit(x: Matrix): this {
    const { data, columns } = flatten('MinMaxScaler', x);
    const [least, most] = this.featureRange;
    // scikit-learn keeps these numbers in the dtype of the data.
    const single = data instanceof Float32Array;
    const round = single ? Math.fround : (value: number): number => value;
    const epsilon = single ? 2 ** -23 : Number.EPSILON;
    const dataMin = Float64Array.from(data.subarray(0, columns));
    const dataMax = dataMin.slice();
    for (let i = 0; i < data.length; i++) {
      const j = i % columns;
      dataMin[j] = Math.min(dataMin[j]!, data[i]!);
      dataMax[j] = Math.max(dataMax[j]!, data[i]!);
    }
    this.scale = dataMax.map((value, j) => {
      const range = round(value - dataMin[j]!);
      return round(round(most - least) / (range < 10 * epsilon ? 1 : range));
    });
    this.min = this.scale.map((scale, j) => round(round(least) - round(dataMin[j]! * scale)));
    this.dataMin = dataMin;
    this.dataMax = dataMax;
    return this;
  }

  /** A scaled copy of `x`, in the form and dtype of `x`. */
  transform<M extends Matrix>(x: M): Scaled<M> {
    const flat = flatten('MinMaxScaler', x);
    checkColumns('MinMaxScaler', this.scale, flat);
    mapColumns(flat, (value, j) => value * this.scale![j]!);
    mapColumns(flat, (value, j) => value + this.min![j]!);
    const [least, most] = this.featureRange;
    if (this.clip) mapColumns(flat, (value) => Math.min(Math.max(value, least), most));
    return inFormOf(x, flat);
  }

  /** `fit` and `transform` in one. */
  fitTransform<M extends Matrix>(x: M): Scaled<M> {
    return this.fit(x).transform(x);
  }

  /** A copy of scaled values in the original units. */
  inverseTransform<M extends Matrix>(x: M): Scaled<M> {
    const flat = flatten('MinMaxScaler', x);
    checkColumns('MinMaxScaler', this.scale, flat);
    mapColumns(flat, (value, j) => value - this.min![j]!);
    mapColumns(flat, (value, j) => value / this.scale![j]!);
    return inFormOf(x, flat);
  }
}

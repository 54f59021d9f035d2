import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import {
  addToColumns,
  checkValues,
  divideColumns,
  type FlatMatrix,
  type Matrix,
  mapColumns,
  scaleAndShift,
} from './matrix.js';
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
  protected override readonly refusesInfinite = true;
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

  protected override learn(x: FlatMatrix, lowest?: Float64Array, highest?: Float64Array): void {
    const [least, most] = this.featureRange;
    // scikit-learn keeps these numbers in the dtype of the data.
    const single = x.data instanceof Float32Array;
    const round = single ? Math.fround : (value: number): number => value;
    const { dataMin, dataMax } = rangesOf(x, lowest, highest);
    if (dataMin.includes(Number.NEGATIVE_INFINITY) || dataMax.includes(Number.POSITIVE_INFINITY))
      checkValues(this.name, x, 'missing');
    // Nothing of a column that is missing was below or above these.
    for (const [j, value] of dataMin.entries())
      if (value === Number.POSITIVE_INFINITY) dataMin[j] = dataMax[j] = Number.NaN;
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

/** The smallest and the largest value of each column, those of rows before among them; infinite the wrong way round of none. */
function rangesOf({ data, columns }: FlatMatrix, lowest?: Float64Array, highest?: Float64Array) {
  const known = (value: number, none: number): number => (Number.isNaN(value) ? none : value);
  const of = (before: Float64Array | undefined, none: number): Float64Array =>
    before?.map((value) => known(value, none)) ?? new Float64Array(columns).fill(none);
  const dataMin = of(lowest, Number.POSITIVE_INFINITY);
  const dataMax = of(highest, Number.NEGATIVE_INFINITY);
  const found = {
    data,
    columns,
    dataMin,
    dataMax,
    middle: new Float64Array(columns),
    reach: new Float64Array(columns).fill(-1),
  };
  const block = 8 * columns;
  let i = 0;
  for (; i + block <= data.length; i += block) widenByEightRows(found, i);
  const left = (data.length - i) / columns;
  for (let j = 0; j < columns; j++) widen(found, i + j, left, j);
  return { dataMin, dataMax };
}

/** Ranges of columns while they are found. */
interface Found {
  readonly data: Float32Array | Float64Array;
  readonly columns: number;
  readonly dataMin: Float64Array;
  readonly dataMax: Float64Array;
  /** The middle of each range. */
  readonly middle: Float64Array;
  /** How far its nearer end lies from there; -1 where there is none yet. */
  readonly reach: Float64Array;
}

/**
 * Takes eight rows from a place on into the ranges. Where a column has nothing new, which is nearly always, a value costs one
 * comparison, of its distance from the middle. What is farther than the nearer end may be new, and is looked at; what is nearer
 * cannot be, as a rounded difference never falls while a value grows. NaN is never farther.
 */
function widenByEightRows(found: Found, from: number): void {
  const { data, columns, middle, reach } = found;
  for (let j = 0; j < columns; j++) {
    const m = middle[j]!;
    const far = reach[j]!;
    const i = from + j;
    if (
      Math.abs(data[i]! - m) > far ||
      Math.abs(data[i + columns]! - m) > far ||
      Math.abs(data[i + 2 * columns]! - m) > far ||
      Math.abs(data[i + 3 * columns]! - m) > far ||
      Math.abs(data[i + 4 * columns]! - m) > far ||
      Math.abs(data[i + 5 * columns]! - m) > far ||
      Math.abs(data[i + 6 * columns]! - m) > far ||
      Math.abs(data[i + 7 * columns]! - m) > far
    ) {
      widen(found, i, 8, j);
      const least = found.dataMin[j]!;
      const most = found.dataMax[j]!;
      if (least > most) continue;
      middle[j] = least / 2 + most / 2;
      // A hair less, as what lies just beyond an end may round to the same distance; no number that is infinite or missing.
      reach[j] = Math.min(most - middle[j]!, middle[j]! - least) * (1 - Number.EPSILON) || 0;
    }
  }
}

/** Takes some values of a column, from a place on, into its range. */
function widen({ data, columns, dataMin, dataMax }: Found, from: number, count: number, column: number): void {
  for (let k = 0; k < count; k++) {
    const value = data[from + k * columns]!;
    if (value < dataMin[column]!) dataMin[column] = value;
    if (value > dataMax[column]!) dataMax[column] = value;
  }
}

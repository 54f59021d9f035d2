import { checkOptions, type Known } from '@internal/arguments';
import { VizError } from './errors.js';
import { type Grid, gridOver } from './grid.js';
import type { Readable } from './inputs.js';
import { readMatrix } from './plots/heatmap.js';

/** Options of {@link planeOver}. */
export interface PlaneOptions {
  /** The two columns that are the axes; the others are held at their means. */
  features?: readonly [number, number] | undefined;
  /** Instead of two columns, the two directions of largest variance. */
  components?: boolean | undefined;
  /** Points a row; 80 when left out. */
  columns?: number | undefined;
  /** Points a column; 80 when left out. */
  rows?: number | undefined;
  /** How far the plane reaches beyond the samples, as a part of their extent; 0.15 when left out. */
  padding?: number | undefined;
}

const known: Known<PlaneOptions> = { features: 1, components: 1, columns: 'number', rows: 'number', padding: 'number' };

/** A plane through samples of many columns: where they lie on it, and what a model is to be asked. */
export interface Plane {
  /** Two numbers a place, for {@link decisionBoundary}. */
  readonly grid: Grid;
  /** Where each sample lies on the plane. */
  readonly points: readonly (readonly [number, number])[];
  /** All columns at each place of the grid, row by row: ready for a tensor. */
  readonly inputs: Float32Array;
  /** `[places, columns]` */
  readonly shape: readonly [number, number];
  /** Which part of the samples' variance lies in the plane. */
  readonly explained: number;
}

/**
 * Lays a plane through samples of more than two columns, so that a model of them can be drawn: over two chosen columns with
 * all others at their means, or over the two principal components. What is off the plane is not seen: `explained` says how
 * much of the variance is.
 *
 * @param data the samples, `[n, d]`
 * @throws VizError for fewer than two columns, numbers that are not finite, or not exactly one of features and components
 * @example
 * ```ts
 * import { planeOver } from '@kindling/viz';
 *
 * const plane = planeOver([[0, 0, 1], [2, 0, 1], [0, 4, 1]], { components: true, columns: 20, rows: 20 });
 * console.log(plane.shape.join(' x '), plane.explained.toFixed(2)); // => 400 x 3 1.00
 * ```
 */
export function planeOver(data: ArrayLike<ArrayLike<number>> | Readable, options: PlaneOptions): Plane {
  const where = 'planeOver';
  checkOptions(VizError, where, options, known);
  const { features, components, ...size } = options ?? {};
  const { rows: n, columns: d, values } = readMatrix(where, 'data', data);
  if (d < 2) throw new VizError(`${where}: data has ${d} columns, expected 2 or more`);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new VizError(`${where}: data[${Math.floor(bad / d)}][${bad % d}] is ${values[bad]}`);
  if ((features === undefined) === (components !== true)) {
    throw new VizError(`${where}: give either features or components: true`);
  }
  const means = Float64Array.from({ length: d }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[i * d + j]!;
    return sum / n;
  });
  const centered = values.map((value, i) => value - means[i % d]!);
  const axes = features === undefined ? principal(centered, n, d) : unitAxes(where, features, d);
  // Columns are shown as they are, components around the mean.
  const origin = features === undefined ? [0, 0] : features.map((j) => means[j]!);
  const points = Array.from({ length: n }, (_, i): [number, number] => {
    const row = centered.subarray(i * d, (i + 1) * d);
    return [dot(row, axes[0]) + origin[0]!, dot(row, axes[1]) + origin[1]!];
  });
  const grid = gridOver(points, size);
  const places = grid.shape[0];
  const inputs = new Float32Array(places * d);
  for (let place = 0; place < places; place++) {
    const [u, v] = [grid.points[2 * place]! - origin[0]!, grid.points[2 * place + 1]! - origin[1]!];
    for (let j = 0; j < d; j++) inputs[place * d + j] = means[j]! + u * axes[0][j]! + v * axes[1][j]!;
  }
  const total = centered.reduce((sum, value) => sum + value * value, 0);
  const inPlane = points.reduce((sum, [x, y]) => sum + (x - origin[0]!) ** 2 + (y - origin[1]!) ** 2, 0);
  return { grid, points, inputs, shape: [places, d], explained: total === 0 ? 1 : inPlane / total };
}

type Axes = readonly [Float64Array, Float64Array];

function unitAxes(where: string, features: readonly [number, number], d: number): Axes {
  const [a, b] = features;
  if (![a, b].every((j) => Number.isInteger(j) && j >= 0 && j < d) || a === b) {
    throw new VizError(
      `${where}: features is [${features.join(', ')}], expected two different columns from 0 to ${d - 1}`,
    );
  }
  const axis = (j: number): Float64Array => Float64Array.from({ length: d }, (_, i) => Number(i === j));
  return [axis(a), axis(b)];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The two directions of largest variance, by repeated multiplication of a plane with the covariance. */
function principal(centered: Float64Array, n: number, d: number): Axes {
  const covariance = new Float64Array(d * d);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < d; j++) {
      for (let k = 0; k < d; k++) covariance[j * d + k]! += centered[i * d + j]! * centered[i * d + k]!;
    }
  }
  const times = (v: Float64Array): Float64Array =>
    Float64Array.from({ length: d }, (_, j) => dot(covariance.subarray(j * d, (j + 1) * d), v));
  // A start that no symmetry of the data is likely to be square to.
  let first = Float64Array.from({ length: d }, (_, j) => 1 + Math.sin(j + 1));
  let second = Float64Array.from({ length: d }, (_, j) => Math.cos(2.3 * j + 0.7));
  for (let round = 0; round < 1000; round++) {
    const before = first;
    first = unit(times(first), 0);
    const next = times(second);
    const along = dot(next, first);
    second = unit(
      next.map((value, j) => value - along * first[j]!),
      1,
      first,
    );
    if (round > 20 && 1 - Math.abs(dot(before, first)) < 1e-14) break;
  }
  return [upright(first), upright(second)];
}

/** The vector at length 1; where it has none, an axis that is square to another. */
function unit(v: Float64Array, fallback: number, other?: Float64Array): Float64Array<ArrayBuffer> {
  const length = Math.sqrt(dot(v, v));
  if (length > 1e-150) return Float64Array.from(v, (value) => value / length);
  const axis = Float64Array.from(v, (_, j) => Number(j === fallback));
  if (other === undefined) return axis;
  const along = dot(axis, other);
  const square = axis.map((value, j) => value - along * other[j]!);
  const size = Math.sqrt(dot(square, square));
  return size > 1e-9 ? square.map((value) => value / size) : Float64Array.from(v, (_, j) => Number(j === 0));
}

/** Of a direction and its opposite the one whose largest part is above zero, so that pictures do not flip. */
function upright(v: Float64Array): Float64Array {
  const largest = v.reduce((most, value) => (Math.abs(value) > Math.abs(most) + 1e-12 ? value : most), 0);
  return largest < 0 ? v.map((value) => -value) : v;
}

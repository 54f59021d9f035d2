import { checkChoice, wrong } from '@internal/arguments';
import { normalizeDim } from '../broadcast.js';
import { requireFlag, requireOptions, requireTensor } from '../checks.js';
import { tensor } from '../create/tensor.js';
import { ArgumentError, ShapeError } from '../errors.js';
import { any } from '../ops/any.js';
import { requireFloat } from '../ops/elementwise.js';
import { indexSelect } from '../ops/index-select.js';
import { isnan } from '../ops/isnan.js';
import type { KeepdimOptions } from '../ops/reduction.js';
import { reshape } from '../ops/reshape.js';
import { select } from '../ops/select.js';
import { sort } from '../ops/sort.js';
import { where } from '../ops/where.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { lerp } from './lerp.js';
import { movedim } from './movedim.js';

/** What a quantile is that lies between two elements. */
export type Interpolation = 'linear' | 'lower' | 'higher' | 'nearest' | 'midpoint';

/** How quantiles are taken. */
export interface QuantileOptions extends KeepdimOptions {
  /** What a quantile is that lies between two elements; default `linear`. */
  interpolation?: Interpolation;
}

const interpolations: readonly Interpolation[] = ['linear', 'lower', 'higher', 'nearest', 'midpoint'];

/**
 * Quantiles of all elements or along a dimension: 0.5 is the median, between the two in the middle where there are two. Where an
 * element is NaN, so is the result.
 *
 * @param x - floats of any shape.
 * @param q - from 0 to 1; of several there is a dimension more, the first.
 * @param dim - default all elements.
 * @throws `ArgumentError` for a `q` outside 0 to 1; `DTypeError` for whole numbers; `ShapeError` for no elements or a dimension out of range.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { quantile } from '@kindling/tensor-core/more';
 * const x = tensor([[1, 2, 3, 4], [5, 6, 7, 8]]);
 * console.log(quantile(x, 0.5).item()); // => 4.5
 * console.log(quantile(x, [0, 1], 1).tolist()); // => [ [ 1, 5 ], [ 4, 8 ] ]
 * ```
 */
export function quantile(
  x: Tensor,
  q: number | readonly number[],
  dim?: number,
  options: QuantileOptions = {},
): Tensor {
  requireTensor('quantile', x);
  requireFloat('quantile', x);
  requireOptions<QuantileOptions>('quantile', options, { keepdim: 1, interpolation: 1 });
  const { keepdim = false, interpolation = 'linear' } = options;
  requireFlag('quantile', 'keepdim', keepdim);
  checkChoice(ArgumentError, 'quantile', 'the interpolation', interpolation, interpolations);
  checkQuantiles(q);
  const at = dim === undefined ? 0 : normalizeDim('quantile', dim, x.ndim);
  const whole = dim === undefined || x.ndim === 0;
  const rows = whole ? reshape(x, [-1]) : movedim(x, at, -1);
  if (rows.shape.at(-1) === 0) throw new ShapeError(`quantile: nothing to choose from in ${formatShape(x.shape)}`);
  const found = movedim(ofRows(rows, typeof q === 'number' ? [q] : q, interpolation), -1, 0);
  const result = keepdim
    ? reshape(found, [found.shape[0]!, ...(whole ? x.shape.map(() => 1) : x.shape.with(at, 1))])
    : found;
  return typeof q === 'number' ? select(result, 0, 0) : result;
}

/** The quantiles of the last dimension, in its place. */
function ofRows(rows: Tensor, qs: readonly number[], interpolation: Interpolation): Tensor {
  const { values } = sort(rows);
  const round = rows.dtype === 'float32' ? Math.fround : (value: number): number => value;
  const ranks = qs.map((q) => round(round(q) * (rows.shape.at(-1)! - 1)));
  const below = ranks.map((rank) => placeOf(rank, interpolation));
  const above = ranks.map(Math.ceil);
  const lower = indexSelect(values, -1, below);
  const { dtype, backend } = rows;
  const weights = interpolation === 'midpoint' ? ranks.map(() => 0.5) : ranks.map((rank, i) => round(rank - below[i]!));
  const result =
    interpolation === 'linear' || interpolation === 'midpoint'
      ? lerp(lower, indexSelect(values, -1, above), tensor(weights, { dtype, backend }))
      : lower;
  return where(any(isnan(rows), -1, { keepdim: true }), Number.NaN, result);
}

function placeOf(rank: number, interpolation: Interpolation): number {
  if (interpolation === 'higher') return Math.ceil(rank);
  if (interpolation !== 'nearest') return Math.floor(rank);
  // Halves go to the even place.
  const floor = Math.floor(rank);
  const rest = rank - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

function checkQuantiles(q: unknown): void {
  const wanted = 'a number from 0 to 1, or an array of them';
  if (typeof q !== 'number' && !Array.isArray(q)) wrong(ArgumentError, 'quantile', 'q', wanted, q);
  for (const one of (typeof q === 'number' ? [q] : q) as unknown[])
    if (!(typeof one === 'number' && one >= 0 && one <= 1)) wrong(ArgumentError, 'quantile', 'q', wanted, one);
}

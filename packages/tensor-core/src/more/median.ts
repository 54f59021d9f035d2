import { normalizeDim } from '../broadcast.js';
import { keepdimOf, requireTensor } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { ShapeError } from '../errors.js';
import { argmax } from '../ops/argmax.js';
import { gather } from '../ops/gather.js';
import { asVector } from '../ops/indexing.js';
import { isnan } from '../ops/isnan.js';
import type { KeepdimOptions } from '../ops/reduction.js';
import { reshape } from '../ops/reshape.js';
import { narrow } from '../ops/slice.js';
import { sort } from '../ops/sort.js';
import { squeeze } from '../ops/squeeze.js';
import { ValuesAndIndices } from '../ops/values-and-indices.js';
import { where } from '../ops/where.js';
import { choiceShare } from '../ops/winner-share.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';

const medianOfAll = /* @__PURE__ */ defineSingle<undefined>(
  'median',
  (x) => {
    const all = reshape(x, [-1]);
    return reshape(gather(all, 0, positions(all, 0)), []);
  },
  (g, { a, y }) => choiceShare(g, a, y),
);

/** Where the median stands, with the dimension as 1. */
function positions(x: Tensor, dim: number): Tensor {
  const size = x.shape[dim]!;
  if (size === 0) throw new ShapeError(`median: nothing to choose from: ${formatShape(x.shape)} in dimension ${dim}`);
  const { values, indices } = sort(x.detach(), dim);
  const middle = narrow(indices, dim, (size - 1) >> 1, 1);
  return where(isnan(narrow(values, dim, size - 1, 1)), argmax(x.detach(), dim, { keepdim: true }), middle);
}

/**
 * The median: the lower of the two in the middle where there are two, NaN where there is one. `quantile` with 0.5 lies between.
 *
 * @param x - any shape.
 * @returns a scalar, whose gradient equal elements share; or along a dimension `{ values, indices }` without it.
 * @throws `ShapeError` when there is nothing to choose from, or the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { median } from '@kindling/tensor-core/more';
 * const x = tensor([[3, 1, 2], [9, 7, 8]]);
 * console.log(median(x).item()); // => 3
 * console.log(median(x, 1).values.tolist()); // => [ 2, 8 ]
 * ```
 */
export function median(x: Tensor): Tensor;
export function median(x: Tensor, dim: number, options?: KeepdimOptions): ValuesAndIndices;
export function median(x: Tensor, dim?: number, options: KeepdimOptions = {}): Tensor | ValuesAndIndices {
  requireTensor('median', x);
  const keepdim = keepdimOf('median', options);
  if (dim === undefined) return medianOfAll(x, undefined);
  const at = normalizeDim('median', dim, x.ndim);
  const input = asVector(x);
  const indices = positions(input, at);
  const values = gather(input, at, indices);
  if (x.ndim === 0) return new ValuesAndIndices(reshape(values, []), reshape(indices, []));
  return keepdim
    ? new ValuesAndIndices(values, indices)
    : new ValuesAndIndices(squeeze(values, at), squeeze(indices, at));
}

import { normalizeDim } from '../broadcast.js';
import { requireTensor, requireWholes } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import { type Tensor, viewOf } from '../tensor.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link permute}. */
    permute(dims: readonly number[]): Tensor;
    permute(...dims: number[]): Tensor;
  }
}

const permuteOp: (x: Tensor, dims: readonly number[]) => Tensor = defineSingle<readonly number[]>(
  'permute',
  (x, dims) =>
    viewOf(
      x,
      dims.map((dim) => x.shape[dim]!),
      dims.map((dim) => x.strides[dim]!),
    ),
  (g, { args: dims }) =>
    permuteOp(
      g,
      dims.map((_, i) => dims.indexOf(i)),
    ),
);

/**
 * A view with the dimensions in another order.
 *
 * @param dims - every dimension once.
 * @throws `ShapeError` when one is missing, doubled or out of range.
 * @example
 * ```ts
 * import { permute, zeros } from '@kindling/tensor-core';
 * console.log(permute(zeros(2, 3, 4), [2, 0, 1]).shape); // => [ 4, 2, 3 ]
 * ```
 */
export function permute(x: Tensor, dims: readonly number[]): Tensor {
  requireTensor('permute', x);
  requireWholes('permute', 'the dimensions', dims);
  const order = dims.map((dim) => normalizeDim('permute', dim, x.ndim));
  if (order.length !== x.ndim || new Set(order).size !== order.length) {
    throw new ShapeError(`permute: ${formatShape(dims)} does not name each dimension of ${formatShape(x.shape)} once`);
  }
  return permuteOp(x, order);
}

import { normalizeDim } from '../broadcast.js';
import { requireTensor } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import { type Tensor, viewOf } from '../tensor.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link transpose}. */
    transpose(dim0: number, dim1: number): Tensor;
    /** The transpose of a matrix; a vector or scalar as it is. */
    t(): Tensor;
    /** The transpose of a matrix, as `x.T` in PyTorch. */
    readonly T: Tensor;
    /** The last two dimensions swapped. */
    readonly mT: Tensor;
  }
}

interface Pair {
  readonly p: number;
  readonly q: number;
}

const swap = <T>(list: readonly T[], { p, q }: Pair): T[] =>
  list.map((value, i) => (i === p ? list[q]! : i === q ? list[p]! : value));

const transposeOp: (x: Tensor, pair: Pair) => Tensor = defineSingle<Pair>(
  'transpose',
  (x, pair) => viewOf(x, swap(x.shape, pair), swap(x.strides, pair)),
  (g, { args }) => transposeOp(g, args),
);

/**
 * A view with two dimensions swapped.
 *
 * @throws `ShapeError` for a dimension out of range.
 * @example
 * ```ts
 * import { transpose, zeros } from '@kindling/tensor-core';
 * console.log(transpose(zeros(2, 3), 0, 1).shape); // => [ 3, 2 ]
 * ```
 */
export function transpose(x: Tensor, dim0: number, dim1: number): Tensor {
  requireTensor('transpose', x);
  const p = normalizeDim('transpose', dim0, x.ndim);
  const q = normalizeDim('transpose', dim1, x.ndim);
  return p === q ? x : transposeOp(x, { p, q });
}

/** @internal The method `t` and the property `T`. */
export function matrixTranspose(x: Tensor): Tensor {
  if (x.ndim > 2)
    throw new ShapeError(`t: at most 2 dimensions, not ${formatShape(x.shape)}; use transpose(dim0, dim1) or mT`);
  return x.ndim < 2 ? x : transpose(x, 0, 1);
}

import { requireTensor, requireWholes } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { ShapeError } from '../errors.js';
import { expandStrides, formatShape, type Shape, sameShape } from '../shape.js';
import { type Tensor, viewOf } from '../tensor.js';
import { reshape } from './reshape.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link expand}. */
    expand(shape: Shape): Tensor;
    expand(...shape: number[]): Tensor;
    /** As `expand`, to the shape of another tensor. */
    expandAs(other: Tensor): Tensor;
  }
}

const expandOp = defineSingle<Shape>(
  'expand',
  (x, shape) => viewOf(x, shape, expandStrides(x.shape, x.strides, shape)),
  // The engine sums a gradient that is larger than the input over the repeated dimensions.
  (g) => g,
);

/**
 * A view in which dimensions of size 1 repeat, and new ones stand in front.
 *
 * @param shape - the sizes; -1 leaves one as it is.
 * @throws `ShapeError` when a dimension of another size than 1 would have to change.
 * @example
 * ```ts
 * import { expand, tensor } from '@kindling/tensor-core';
 * console.log(String(expand(tensor([[1], [2]]), [2, 3])));
 * // => tensor([[1., 1., 1.],
 * //            [2., 2., 2.]])
 * ```
 */
export function expand(x: Tensor, shape: Shape): Tensor {
  requireTensor('expand', x);
  requireWholes('expand', 'the shape', shape);
  const lead = shape.length - x.ndim;
  const resolved = shape.map((size, i) => (size === -1 && i >= lead ? x.shape[i - lead]! : size));
  const fits =
    lead >= 0 &&
    resolved.every((size, i) => size >= 0 && (i < lead || x.shape[i - lead] === 1 || x.shape[i - lead] === size));
  if (!fits) throw new ShapeError(`expand: ${formatShape(x.shape)} does not repeat to ${formatShape(shape)}`);
  return sameShape(x.shape, resolved) ? x : expandOp(x, resolved);
}

/** @internal A vector along one dimension of a shape, repeated along all others. */
export function expandAlong(x: Tensor, dim: number, shape: Shape): Tensor {
  const line = shape.map((size, i) => (i === dim ? size : 1));
  return expand(reshape(x, line), shape);
}

/** @internal The method `expandAs`. */
export function expandAs(x: Tensor, other: Tensor): Tensor {
  requireTensor('expandAs', other, 'the other');
  return expand(x, other.shape);
}

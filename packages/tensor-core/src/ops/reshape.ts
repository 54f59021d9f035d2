import { requireTensor, requireWholes } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { ShapeError } from '../errors.js';
import { formatShape, reshapeStrides, rowMajorStrides, type Shape, sameShape, sizeOf } from '../shape.js';
import { Tensor, viewOf, wrap } from '../tensor.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link reshape}. */
    reshape(shape: Shape): Tensor;
    reshape(...shape: number[]): Tensor;
    /** As `reshape`, but an error where the elements would have to be copied. */
    view(shape: Shape): Tensor;
    view(...shape: number[]): Tensor;
  }
}

const reshapeOp = defineSingle<Shape>(
  'reshape',
  (x, shape) => {
    if (x.dense) return new Tensor(x.buffer, shape, rowMajorStrides(shape), x.offset, x.count, true);
    const strides = reshapeStrides(x.shape, x.strides, shape);
    return strides === null ? wrap(x.backend.copy(x, x.dtype), shape) : viewOf(x, shape, strides);
  },
  (g, { inputs }) => reshape(g, inputs[0]!.shape),
);

/**
 * The elements in row-major order with another shape; a view where the strides allow it, else a copy.
 *
 * @param x - any shape.
 * @param shape - sizes with the same product; one may be -1 and is then inferred.
 * @throws `ShapeError` when the sizes do not hold the elements.
 * @example
 * ```ts
 * import { arange, reshape } from '@kindling/tensor-core';
 * console.log(reshape(arange(6), [2, -1]).shape); // => [ 2, 3 ]
 * ```
 */
export function reshape(x: Tensor, shape: Shape): Tensor {
  requireTensor('reshape', x);
  const resolved = inferSize('reshape', x, shape);
  return sameShape(x.shape, resolved) ? x : reshapeOp(x, resolved);
}

function inferSize(name: string, x: Tensor, shape: Shape): Shape {
  requireWholes(name, 'the shape', shape);
  const open = shape.indexOf(-1);
  const size = sizeOf(shape);
  const bad = shape.some((size, i) => !Number.isInteger(size) || size < -1 || (size === -1 && i !== open));
  const fits = open < 0 ? size === x.count : x.count % size === 0;
  if (bad || !fits) {
    throw new ShapeError(
      `${name}: ${formatShape(shape)} does not hold the ${x.count} elements of ${formatShape(x.shape)}`,
    );
  }
  return open < 0 ? shape : shape.with(open, x.count / -size);
}

/** @internal The method `view`. */
export function viewAs(x: Tensor, shape: Shape): Tensor {
  const resolved = inferSize('view', x, shape);
  if (!x.dense && reshapeStrides(x.shape, x.strides, resolved) === null) {
    throw new ShapeError(
      `view: ${formatShape(x.shape)} with strides ${formatShape(x.strides)} cannot be read as ${formatShape(resolved)} without a copy; use reshape()`,
    );
  }
  return reshape(x, resolved);
}

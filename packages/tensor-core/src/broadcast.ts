import { wrong } from '@internal/arguments';
import { ArgumentError, ShapeError } from './errors.js';
import { expandStrides, formatShape, type Shape, sameShape } from './shape.js';
import { type Tensor, viewOf } from './tensor.js';

/**
 * The shape to which two shapes broadcast, by NumPy's rule.
 *
 * @param name - the operation, for the message of the error.
 * @throws {@link ShapeError} naming the dimension in which they differ.
 * @example
 * ```ts
 * import { broadcastShapes } from '@kindling/tensor-core';
 * console.log(broadcastShapes('add', [2, 1], [3])); // => [ 2, 3 ]
 * broadcastShapes('add', [2], [3]); // throws add: shapes do not broadcast: [2] and [3] (2 != 3 in dimension -1)
 * ```
 */
export function broadcastShapes(name: string, a: Shape, b: Shape): Shape {
  if (typeof name !== 'string') wrong(ArgumentError, 'broadcastShapes', 'the name', 'a string', name);
  if (!Array.isArray(a) || !Array.isArray(b)) {
    wrong(ArgumentError, name, 'each shape', 'an array of whole numbers', Array.isArray(a) ? b : a);
  }
  if (sameShape(a, b)) return a;
  const ndim = Math.max(a.length, b.length);
  const result = new Array<number>(ndim);
  for (let i = 1; i <= ndim; i++) {
    const p = a.at(-i) ?? 1;
    const q = b.at(-i) ?? 1;
    if (p !== q && p !== 1 && q !== 1) {
      for (const size of [p, q])
        if (!Number.isInteger(size)) wrong(ArgumentError, name, 'each size', 'a whole number', size);
      throw new ShapeError(
        `${name}: shapes do not broadcast: ${formatShape(a)} and ${formatShape(b)} (${p} != ${q} in dimension -${i})`,
      );
    }
    result[ndim - i] = p === 1 ? q : p;
  }
  return result;
}

/** @internal A view that reads as the larger shape; untracked. */
export function expandView(x: Tensor, shape: Shape): Tensor {
  return sameShape(x.shape, shape) ? x : viewOf(x, shape, expandStrides(x.shape, x.strides, shape));
}

/**
 * A dimension counted from the end where it is negative.
 *
 * @throws {@link ShapeError} when a tensor of `ndim` dimensions has no such one.
 */
export function normalizeDim(name: string, dim: number, ndim: number): number {
  const size = Math.max(ndim, 1);
  if (!Number.isInteger(dim)) wrong(ArgumentError, name, 'the dimension', 'a whole number', dim);
  if (dim < -size || dim >= size) {
    throw new ShapeError(`${name}: dimension ${dim} is out of range for ${ndim} dimensions (${-size} to ${size - 1})`);
  }
  return dim < 0 ? dim + size : dim;
}

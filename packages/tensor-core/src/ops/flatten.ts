import { normalizeDim } from '../broadcast.js';
import { requireTensor, requireWholes } from '../checks.js';
import { ShapeError } from '../errors.js';
import type { Shape } from '../shape.js';
import { formatShape, sizeOf } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { reshape } from './reshape.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link flatten}. */
    flatten(start?: number, end?: number): Tensor;
    /** See {@link unflatten}. */
    unflatten(dim: number, sizes: Shape): Tensor;
  }
}

/**
 * All elements in one dimension, or those of the dimensions from `start` to `end` (inclusive).
 *
 * @throws `ShapeError` for a dimension out of range, or a start behind the end.
 * @example
 * ```ts
 * import { flatten, zeros } from '@kindling/tensor-core';
 * console.log(flatten(zeros(2, 3, 4), 1).shape); // => [ 2, 12 ]
 * ```
 */
export function flatten(x: Tensor, start = 0, end = -1): Tensor {
  requireTensor('flatten', x);
  const from = normalizeDim('flatten', start, x.ndim);
  const to = normalizeDim('flatten', end, x.ndim);
  if (from > to) throw new ShapeError(`flatten: start ${start} comes after end ${end}`);
  return reshape(x, x.shape.toSpliced(from, to - from + 1, sizeOf(x.shape.slice(from, to + 1))));
}

/**
 * One dimension split into several, whose sizes may hold one -1.
 *
 * @throws `ShapeError` when the sizes do not fit the dimension.
 * @example
 * ```ts
 * import { unflatten, zeros } from '@kindling/tensor-core';
 * console.log(unflatten(zeros(2, 12), 1, [3, -1]).shape); // => [ 2, 3, 4 ]
 * ```
 */
export function unflatten(x: Tensor, dim: number, sizes: Shape): Tensor {
  requireTensor('unflatten', x);
  requireWholes('unflatten', 'the sizes', sizes);
  const at = normalizeDim('unflatten', dim, x.ndim);
  const size = x.shape[at] ?? 1;
  const known = sizeOf(sizes.filter((one) => one !== -1));
  const parts = sizes.map((one) => (one === -1 ? size / known : one));
  if (parts.some((one) => !Number.isInteger(one) || one < 0) || sizeOf(parts) !== size) {
    throw new ShapeError(
      `unflatten: dimension ${dim} of ${formatShape(x.shape)} does not split into ${formatShape(sizes)}`,
    );
  }
  return reshape(x, x.shape.toSpliced(at, 1, ...parts));
}

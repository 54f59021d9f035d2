import { requireTensor, requireWhole } from '../checks.js';
import { ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { reshape } from './reshape.js';
import { narrow, sliceDim } from './slice.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link select}. */
    select(dim: number, index: number): Tensor;
    /** See {@link unbind}. */
    unbind(dim?: number): Tensor[];
  }
}

/**
 * The view at one index of a dimension, without that dimension: `x[:, index]` for `dim` 1.
 *
 * @param index - counted from the end where negative.
 * @throws `ShapeError` for a dimension or an index out of range.
 * @example
 * ```ts
 * import { select, tensor } from '@kindling/tensor-core';
 * console.log(String(select(tensor([[1, 2], [3, 4]]), 1, 0))); // => tensor([1., 3.])
 * ```
 */
export function select(x: Tensor, dim: number, index: number): Tensor {
  requireTensor('select', x);
  const at = sliceDim('select', x, dim);
  const size = x.shape[at]!;
  requireWhole('select', 'the index', index, Number.NEGATIVE_INFINITY);
  if (index < -size || index >= size) {
    throw new ShapeError(`select: index ${index} is out of range for dimension ${dim} of ${formatShape(x.shape)}`);
  }
  const one = narrow(x, at, index < 0 ? index + size : index, 1);
  return reshape(one, x.shape.toSpliced(at, 1));
}

/**
 * The views at every index of a dimension.
 *
 * @throws `ShapeError` for a dimension out of range, and for a scalar.
 * @example
 * ```ts
 * import { tensor, unbind } from '@kindling/tensor-core';
 * console.log(unbind(tensor([[1, 2], [3, 4]])).map(String)); // => [ 'tensor([1., 2.])', 'tensor([3., 4.])' ]
 * ```
 */
export function unbind(x: Tensor, dim = 0): Tensor[] {
  requireTensor('unbind', x);
  const at = sliceDim('unbind', x, dim);
  return Array.from({ length: x.shape[at]! }, (_, i) => select(x, at, i));
}

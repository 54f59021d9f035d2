import { wrong } from '@internal/arguments';
import { requireTensor } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { ArgumentError } from '../errors.js';
import { type Tensor, viewOf } from '../tensor.js';
import { convert } from './cast.js';
import { type Dims, normalizeDims } from './reduction.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link flip}. */
    flip(dims: Dims): Tensor;
  }
}

const flipOp: (x: Tensor, dims: readonly number[]) => Tensor = defineSingle<readonly number[]>(
  'flip',
  (x, dims) => {
    const strides = x.strides.map((stride, i) => (dims.includes(i) ? -stride : stride));
    const offset = dims.reduce((sum, dim) => sum + Math.max(0, x.shape[dim]! - 1) * x.strides[dim]!, x.offset);
    return convert(viewOf(x, x.shape, strides, offset), x.dtype);
  },
  (g, { args }) => flipOp(g, args),
);

/**
 * A copy with the order along some dimensions reversed.
 *
 * @throws `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { flip, tensor } from '@kindling/tensor-core';
 * console.log(String(flip(tensor([1, 2, 3]), 0))); // => tensor([3., 2., 1.])
 * ```
 */
export function flip(x: Tensor, dims: Dims): Tensor {
  requireTensor('flip', x);
  if (dims == null) wrong(ArgumentError, 'flip', 'the dimension', 'a whole number or an array of them', dims);
  return flipOp(x, Array.isArray(dims) && dims.length === 0 ? [] : normalizeDims('flip', dims, x.ndim));
}

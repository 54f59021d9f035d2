import { defineMethod, defineSingle } from '../define-op.js';
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
  return flipOp(x, typeof dims === 'object' && dims.length === 0 ? [] : normalizeDims('flip', dims, x.ndim));
}

defineMethod('flip', flip);

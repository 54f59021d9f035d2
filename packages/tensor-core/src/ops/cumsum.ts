import { normalizeDim } from '../broadcast.js';
import { requireTensor } from '../checks.js';
import { defineSingle } from '../define-op.js';
import type { DType } from '../dtype.js';
import { type Tensor, wrap } from '../tensor.js';
import { withDType } from './cast.js';
import { toNumber } from './elementwise.js';
import { flip } from './flip.js';
import { transpose } from './transpose.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link cumsum}. */
    cumsum(dim: number, options?: { dtype?: DType }): Tensor;
  }
}

const cumsumOp = defineSingle<number>(
  'cumsum',
  (x, dim) => {
    const input = toNumber(x);
    const moved = transpose(input, dim, -1);
    return transpose(wrap(input.backend.cumsum(moved), moved.shape), dim, -1);
  },
  (g, { args }) => flip(cumsum(flip(g, args), args), args),
);

/**
 * Running sums along a dimension.
 *
 * @param x - any shape; the result has the same.
 * @throws `ShapeError` for a dimension out of range; `RangeError` for an int32 sum that int32 does not hold (on the CPU).
 * @example
 * ```ts
 * import { cumsum, tensor } from '@kindling/tensor-core';
 * console.log(String(cumsum(tensor([1, 2, 3]), 0))); // => tensor([1., 3., 6.])
 * ```
 */
export function cumsum(x: Tensor, dim: number, options: { dtype?: DType } = {}): Tensor {
  requireTensor('cumsum', x);
  return cumsumOp(withDType('cumsum', x, options), normalizeDim('cumsum', dim, x.ndim));
}

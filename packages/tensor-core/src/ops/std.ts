import { defineSingle } from '../define-op.js';
import type { Tensor } from '../tensor.js';
import { div } from './div.js';
import { eq } from './eq.js';
import { mul } from './mul.js';
import type { Dims } from './reduction.js';
import { sqrt } from './sqrt.js';
import { type VarOptions, varianceOf } from './var.js';
import { where } from './where.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link std}. */
    std(dim?: Dims, options?: VarOptions): Tensor;
  }
}

/** The square root, but with the derivative 0 at 0: elements that are all equal have gradients of 0, as in PyTorch. */
const rootOp = defineSingle<undefined>(
  'std',
  (x) => sqrt(x),
  (g, { y }) => {
    const zero = eq(y, 0);
    return where(zero, 0, div(g, where(zero, 1, mul(y, 2))));
  },
);

/**
 * The standard deviation over all elements, or over some dimensions: the root of {@link variance}.
 *
 * @param x - any shape, float32 or float64.
 * @throws `DTypeError` for int32 and bool; `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { std, tensor } from '@kindling/tensor-core';
 * console.log(std(tensor([2, 4, 6])).item()); // => 2
 * ```
 */
export function std(x: Tensor, dim?: Dims, options: VarOptions = {}): Tensor {
  return rootOp(varianceOf('std', x, dim, options), undefined);
}

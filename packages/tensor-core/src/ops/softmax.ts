import type { DType } from '../dtype.js';
import type { Tensor } from '../tensor.js';
import { defineSoftmax } from './define-softmax.js';
import { div } from './div.js';
import { exp } from './exp.js';
import { mul } from './mul.js';
import { sub } from './sub.js';
import { sum } from './sum.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link softmax}. */
    softmax(dim: number, options?: { dtype?: DType }): Tensor;
  }
}

/**
 * `exp(x) / sum(exp(x))` along a dimension, without overflow.
 *
 * @param x - any shape; the result has the same.
 * @throws `ShapeError` for a dimension out of range; `DTypeError` for int32 and bool, unless `dtype` converts them.
 * @example
 * ```ts
 * import { softmax, tensor } from '@kindling/tensor-core';
 * console.log(String(softmax(tensor([1, 2]), 0))); // => tensor([0.2689, 0.7311])
 * ```
 */
export const softmax: (x: Tensor, dim: number, options?: { dtype?: DType }) => Tensor = defineSoftmax(
  'softmax',
  (shifted, dim) => {
    const e = exp(shifted);
    return div(e, sum(e, dim, { keepdim: true }));
  },
  (g, { y, args }) => mul(y, sub(g, sum(mul(g, y), args, { keepdim: true }))),
);

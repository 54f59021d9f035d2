import type { DType } from '../dtype.js';
import type { Tensor } from '../tensor.js';
import { defineSoftmax } from './define-softmax.js';
import { exp } from './exp.js';
import { log } from './log.js';
import { mul } from './mul.js';
import { sub } from './sub.js';
import { sum } from './sum.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link logSoftmax}. */
    logSoftmax(dim: number, options?: { dtype?: DType }): Tensor;
  }
}

/**
 * `x - log(sum(exp(x)))` along a dimension, without overflow.
 *
 * @param x - any shape; the result has the same.
 * @throws `ShapeError` for a dimension out of range; `DTypeError` for int32 and bool, unless `dtype` converts them.
 * @example
 * ```ts
 * import { logSoftmax, tensor } from '@kindling/tensor-core';
 * console.log(String(logSoftmax(tensor([1, 2]), 0))); // => tensor([-1.3133, -0.3133])
 * ```
 */
export const logSoftmax: (x: Tensor, dim: number, options?: { dtype?: DType }) => Tensor = defineSoftmax(
  'logSoftmax',
  (shifted, dim) => sub(shifted, log(sum(exp(shifted), dim, { keepdim: true }))),
  (g, { y, args }) => sub(g, mul(exp(y), sum(g, args, { keepdim: true }))),
);

import { normalizeDim } from '../broadcast.js';
import { defineMethod, defineOp } from '../define-op.js';
import { type Tensor, wrap } from '../tensor.js';
import { toFloat } from './elementwise.js';
import { exp } from './exp.js';
import { log } from './log.js';
import { mul } from './mul.js';
import { planReduction, reduce } from './reduction.js';
import { sub } from './sub.js';
import { sum } from './sum.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link logSoftmax}. */
    logSoftmax(dim: number): Tensor;
  }
}

const logSoftmaxOp = defineOp<number>({
  name: 'logSoftmax',
  forward([x], dim) {
    const input = toFloat(x!);
    const fused = input.backend.fused?.logSoftmax;
    if (fused !== undefined && input.dtype === 'float32' && dim === input.ndim - 1 && input.size > 0) {
      return wrap(fused(input), input.shape);
    }
    if (input.size === 0) return wrap(input.backend.copy(input, input.dtype), input.shape);
    const shift = reduce('max', input, planReduction('logSoftmax', input, dim, true));
    const shifted = sub(input, shift);
    return sub(shifted, log(sum(exp(shifted), dim, { keepdim: true })));
  },
  backward: [(g, { y, args }) => sub(g, mul(exp(y), sum(g, args, { keepdim: true })))],
});

/**
 * `x - log(sum(exp(x)))` along a dimension, without overflow.
 *
 * @param x - any shape; the result has the same.
 * @throws `ShapeError` for a dimension out of range.
 * @example
 * ```ts
 * import { logSoftmax, tensor } from '@kindling/tensor-core';
 * console.log(String(logSoftmax(tensor([1, 2]), 0))); // => tensor([-1.3133, -0.3133])
 * ```
 */
export function logSoftmax(x: Tensor, dim: number): Tensor {
  return logSoftmaxOp([x], normalizeDim('logSoftmax', dim, x.ndim));
}

defineMethod('logSoftmax', logSoftmax);

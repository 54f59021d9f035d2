import { normalizeDim } from '../broadcast.js';
import { defineMethod, defineOp } from '../define-op.js';
import { type Tensor, wrap } from '../tensor.js';
import { div } from './div.js';
import { toFloat } from './elementwise.js';
import { exp } from './exp.js';
import { mul } from './mul.js';
import { planReduction, reduce } from './reduction.js';
import { sub } from './sub.js';
import { sum } from './sum.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link softmax}. */
    softmax(dim: number): Tensor;
  }
}

const softmaxOp = defineOp<number>({
  name: 'softmax',
  forward([x], dim) {
    const input = toFloat(x!);
    const fused = input.backend.fused?.softmax;
    if (fused !== undefined && input.dtype === 'float32' && dim === input.ndim - 1 && input.size > 0) {
      return wrap(fused(input), input.shape);
    }
    if (input.size === 0) return wrap(input.backend.copy(input, input.dtype), input.shape);
    const shift = reduce('max', input, planReduction('softmax', input, dim, true));
    const e = exp(sub(input, shift));
    return div(e, sum(e, dim, { keepdim: true }));
  },
  backward: [(g, { y, args }) => mul(y, sub(g, sum(mul(g, y), args, { keepdim: true })))],
});

/**
 * `exp(x) / sum(exp(x))` along a dimension, without overflow.
 *
 * @param x - any shape; the result has the same.
 * @throws `ShapeError` for a dimension out of range.
 * @example
 * ```ts
 * import { softmax, tensor } from '@kindling/tensor-core';
 * console.log(String(softmax(tensor([1, 2]), 0))); // => tensor([0.2689, 0.7311])
 * ```
 */
export function softmax(x: Tensor, dim: number): Tensor {
  return softmaxOp([x], normalizeDim('softmax', dim, x.ndim));
}

defineMethod('softmax', softmax);

import { requireTensor } from '../checks.js';
import { defineOp } from '../define-op.js';
import { DTypeError } from '../errors.js';
import { abs } from '../ops/abs.js';
import { add } from '../ops/add.js';
import { requireFloat } from '../ops/elementwise.js';
import { eq } from '../ops/eq.js';
import { exp } from '../ops/exp.js';
import { log1p } from '../ops/log1p.js';
import { maximum } from '../ops/maximum.js';
import { mul } from '../ops/mul.js';
import { neg } from '../ops/neg.js';
import { sigmoid } from '../ops/sigmoid.js';
import { sub } from '../ops/sub.js';
import { where } from '../ops/where.js';
import type { Tensor } from '../tensor.js';

const logaddexpOp = /* @__PURE__ */ defineOp<undefined>({
  name: 'logaddexp',
  forward: (inputs) => {
    const [a, b] = [inputs[0]!, inputs[1]!];
    // Equal infinities have no difference.
    const distance = where(eq(a, b), 0, abs(sub(a, b)));
    return add(maximum(a, b), log1p(exp(neg(distance))));
  },
  backward: [(g, { a, b }) => mul(g, sigmoid(sub(a, b))), (g, { a, b }) => mul(g, sigmoid(sub(b, a)))],
});

/**
 * `log(exp(a) + exp(b))`, without overflow: the sum of two probabilities given by their logarithms. The shapes broadcast.
 *
 * @param a - floats.
 * @param b - floats of the same dtype.
 * @throws `DTypeError` for whole numbers, or when the dtypes differ; `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { logaddexp } from '@kindling/tensor-core/more';
 * console.log(String(logaddexp(tensor([1000]), tensor([1000])))); // => tensor([1000.6932])
 * ```
 */
export function logaddexp(a: Tensor, b: Tensor): Tensor {
  requireTensor('logaddexp', a, 'the first operand');
  requireTensor('logaddexp', b, 'the second operand');
  requireFloat('logaddexp', a);
  if (a.dtype !== b.dtype) throw new DTypeError(`logaddexp: both must be of one dtype, not ${a.dtype} and ${b.dtype}`);
  return logaddexpOp([a, b], undefined);
}

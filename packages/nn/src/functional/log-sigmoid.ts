import { abs, defineOp, exp, log1p, minimum, mul, neg, sigmoid, sub, type Tensor } from '@kindling/tensor-core';
import { checkFloats } from '../checks.js';

/** @internal `log(1 + exp(-|x|))`, which no x makes overflow. */
export function tail(x: Tensor): Tensor {
  return log1p(exp(neg(abs(x))));
}

const logSigmoidOp = /* @__PURE__ */ defineOp<undefined>({
  name: 'logSigmoid',
  forward: ([x]) => sub(minimum(x!, 0), tail(x!)),
  backward: [(g, { a }) => mul(g, sigmoid(neg(a)))],
});

/**
 * `log(1 / (1 + exp(-x)))` of each element, without overflow; `torch.nn.functional.logsigmoid`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.logSigmoid(tensor([0, -1000])))); // => tensor([-6.9315e-01, -1.0000e+03])
 * ```
 */
export function logSigmoid(x: Tensor): Tensor {
  checkFloats('logSigmoid', x);
  return logSigmoidOp([x], undefined);
}

import { add, clamp, defineOp, div, le, lt, mul, type Tensor, where } from '@kindling/tensor-core';
import { checkFloats } from '../checks.js';

const hardswishOp = /* @__PURE__ */ defineOp<undefined>({
  name: 'hardswish',
  forward: ([x]) => div(mul(x!, clamp(add(x!, 3), 0, 6)), 6),
  backward: [(g, { a }) => where(lt(a, -3), 0, where(le(a, 3), mul(g, add(div(a, 3), 0.5)), g))],
});

/**
 * `x * hardsigmoid(x)` of each element: Howard et al. (2019); `torch.nn.functional.hardswish`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.hardswish(tensor([-4, 1, 4])))); // => tensor([-0.0000,  0.6667,  4.0000])
 * ```
 */
export function hardswish(x: Tensor): Tensor {
  checkFloats('hardswish', x);
  return hardswishOp([x], undefined);
}

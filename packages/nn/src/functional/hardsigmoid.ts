import { abs, add, clamp, defineOp, div, lt, type Tensor, where } from '@kindling/tensor-core';
import { checkFloats } from '../checks.js';

const hardsigmoidOp = defineOp<undefined>({
  name: 'hardsigmoid',
  forward: ([x]) => div(clamp(add(x!, 3), 0, 6), 6),
  // Nothing flows at the ends, nor at NaN.
  backward: [(g, { a }) => where(lt(abs(a), 3), div(g, 6), 0)],
});

/**
 * `x / 6 + 1 / 2` of each element, between 0 and 1; `torch.nn.functional.hardsigmoid`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.hardsigmoid(tensor([-4, 0, 3])))); // => tensor([0.0000, 0.5000, 1.0000])
 * ```
 */
export function hardsigmoid(x: Tensor): Tensor {
  checkFloats('hardsigmoid', x);
  return hardsigmoidOp([x], undefined);
}

import { mul, softplus, type Tensor, tanh } from '@kindling/tensor-core';
import { checkTensor } from '../checks.js';

/**
 * `x * tanh(log(1 + exp(x)))` of each element: Misra (2019); `torch.nn.functional.mish`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.mish(tensor([-1, 1])))); // => tensor([-0.3034,  0.8651])
 * ```
 */
export function mish(x: Tensor): Tensor {
  checkTensor('mish', x);
  return mul(x, tanh(softplus(x)));
}

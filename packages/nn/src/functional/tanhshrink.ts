import { sub, type Tensor, tanh } from '@kindling/tensor-core';
import { checkTensor } from '../checks.js';

/**
 * `x - tanh(x)` of each element; `torch.nn.functional.tanhshrink`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.tanhshrink(tensor([-1, 1])))); // => tensor([-0.2384,  0.2384])
 * ```
 */
export function tanhshrink(x: Tensor): Tensor {
  checkTensor('tanhshrink', x);
  return sub(x, tanh(x));
}

import { abs, add, div, type Tensor } from '@kindling/tensor-core';
import { checkTensor } from '../checks.js';

/**
 * `x / (1 + |x|)` of each element; `torch.nn.functional.softsign`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.softsign(tensor([-1, 1])))); // => tensor([-0.5000,  0.5000])
 * ```
 */
export function softsign(x: Tensor): Tensor {
  checkTensor('softsign', x);
  return div(x, add(abs(x), 1));
}

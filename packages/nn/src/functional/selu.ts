import { elu, mul, type Tensor } from '@kindling/tensor-core';
import { checkTensor } from '../checks.js';

const ALPHA = 1.6732632423543772;
const SCALE = 1.0507009873554805;

/**
 * The self-normalising unit of Klambauer et al. (2017); `torch.nn.functional.selu`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.selu(tensor([-1, 1])))); // => tensor([-1.1113,  1.0507])
 * ```
 */
export function selu(x: Tensor): Tensor {
  checkTensor('selu', x);
  return mul(elu(x, ALPHA), SCALE);
}

import { ArgumentError, div, expm1, gt, mul, type Tensor, where } from '@kindling/tensor-core';
import { checkNumber, checkTensor } from '../checks.js';

/**
 * `x` above 0, elsewhere `alpha * (exp(x / alpha) - 1)`: the continuously differentiable unit of Barron (2017);
 * `torch.nn.functional.celu`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @throws `ArgumentError` when `alpha` is 0 or no number.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.celu(tensor([-1, 1])))); // => tensor([-0.6321,  1.0000])
 * ```
 */
export function celu(x: Tensor, alpha = 1): Tensor {
  checkTensor('celu', 'x', x);
  checkNumber('celu', 'alpha', alpha);
  if (!(alpha !== 0 && Number.isFinite(alpha)))
    throw new ArgumentError(`celu: alpha must be a number other than 0, not ${alpha}`);
  const above = gt(x, 0);
  // Without the 0, a large x would make the branch that is not chosen infinite, and its derivative NaN.
  return where(above, x, mul(expm1(div(where(above, 0, x), alpha)), alpha));
}

import { wrong } from '@internal/arguments';
import { ArgumentError, div, expm1, lt, mul, type Tensor, where } from '@kindling/tensor-core';
import { checkFloats, checkNumber } from '../checks.js';

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
  checkFloats('celu', x);
  checkNumber('celu', 'alpha', alpha);
  if (!(alpha !== 0 && Number.isFinite(alpha))) wrong(ArgumentError, 'celu', 'alpha', 'a number other than 0', alpha);
  const below = lt(x, 0);
  // Without the 0, a large x would make the branch that is not chosen infinite, and its derivative NaN. NaN lies above, and 0 too, whose second derivative is then 0, as in PyTorch.
  return where(below, mul(expm1(div(where(below, x, 0), alpha)), alpha), x);
}

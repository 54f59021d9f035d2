import { wrong } from '@internal/arguments';
import { ArgumentError, abs, le, mul, sign, sub, type Tensor, where } from '@kindling/tensor-core';
import { checkFloats, checkNumber } from '../checks.js';

/**
 * 0 where `x` is within `lambd` of 0, else `x` by so much nearer to 0; `torch.nn.functional.softshrink`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @throws `ArgumentError` when `lambd` is below 0.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.softshrink(tensor([-1, 0.3, 1])).tolist()); // => [ -0.5, 0, 0.5 ]
 * ```
 */
export function softshrink(x: Tensor, lambd = 0.5): Tensor {
  checkFloats('softshrink', x);
  checkNumber('softshrink', 'lambd', lambd);
  if (!(lambd >= 0)) wrong(ArgumentError, 'softshrink', 'lambd', 'a number from 0', lambd);
  return where(le(abs(x), lambd), 0, sub(x, mul(sign(x), lambd)));
}

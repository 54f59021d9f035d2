import { abs, le, type Tensor, where } from '@kindling/tensor-core';
import { checkFloats, checkNumber } from '../checks.js';

/**
 * 0 where `x` is within `lambd` of 0, else `x`; `torch.nn.functional.hardshrink`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.hardshrink(tensor([-1, 0.3, 1])).tolist()); // => [ -1, 0, 1 ]
 * ```
 */
export function hardshrink(x: Tensor, lambd = 0.5): Tensor {
  checkFloats('hardshrink', x);
  checkNumber('hardshrink', 'lambd', lambd);
  return where(le(abs(x), lambd), 0, x);
}

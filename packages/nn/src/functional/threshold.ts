import { le, type Tensor, where } from '@kindling/tensor-core';
import { checkNumber, checkTensor } from '../checks.js';

/**
 * `x` where it is above the threshold, else `value`; `torch.nn.functional.threshold`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.threshold(tensor([1, 2, 3]), 2, 20).tolist()); // => [ 20, 20, 3 ]
 * ```
 */
export function threshold(x: Tensor, level: number, value: number): Tensor {
  checkTensor('threshold', x);
  checkNumber('threshold', 'level', level);
  checkNumber('threshold', 'value', value);
  // NaN is not at or below it.
  return where(le(x, level), value, x);
}

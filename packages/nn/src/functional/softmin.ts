import { neg, softmax, type Tensor } from '@kindling/tensor-core';
import { checkNumber, checkTensor } from '../checks.js';

/**
 * `exp(-x) / sum(exp(-x))` along a dimension; `torch.nn.functional.softmin`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @throws `ShapeError` when there is no such dimension.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.softmin(tensor([1, 2]), 0))); // => tensor([0.7311, 0.2689])
 * ```
 */
export function softmin(x: Tensor, dim: number): Tensor {
  checkTensor('softmin', x);
  checkNumber('softmin', 'dim', dim);
  return softmax(neg(x), dim);
}

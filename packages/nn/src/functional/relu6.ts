import type { Tensor } from '@kindling/tensor-core';
import { checkTensor } from '../checks.js';

import { hardtanh } from './hardtanh.js';

/**
 * The larger of 0 and each element, at most 6; `torch.nn.functional.relu6`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.relu6(tensor([-3, 0.5, 8])))); // => tensor([0.0000, 0.5000, 6.0000])
 * ```
 */
export function relu6(x: Tensor): Tensor {
  checkTensor('relu6', x);
  return hardtanh(x, 0, 6);
}

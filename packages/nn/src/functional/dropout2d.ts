import type { Tensor } from '@kindling/tensor-core';
import { wrongShape } from '@kindling/tensor-core/internal';
import { checkNames, checkNumber, checkTensor } from '../checks.js';
import { type DropoutOptions, dropParts, known } from './dropout.js';

/**
 * Sets whole channels to 0 with probability `p` and scales the others by `1 / (1 - p)`: Tompson et al. (2015);
 * `torch.nn.functional.dropout2d`, which draws the same mask on the CPU.
 *
 * @param x - [n, channels, ...], float32 or float64; the result has the same shape.
 * @throws `RangeError` when `p` is no probability; `ShapeError` when there are no channels.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { manualSeed, ones, setBackend } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * setBackend(await cpu());
 * manualSeed(0, { engine: TorchGenerator });
 * console.log(F.dropout2d(ones(1, 3, 2)).tolist()); // => [ [ [ 0, 0 ], [ 0, 0 ], [ 2, 2 ] ] ]
 * ```
 */
export function dropout2d(x: Tensor, p = 0.5, options: DropoutOptions = {}): Tensor {
  checkTensor('dropout2d', x);
  checkNumber('dropout2d', 'p', p);
  checkNames('dropout2d', options, known);
  if (x.ndim < 2) wrongShape('dropout2d', 'the input', '[n, channels, ...]', x);
  const shape = x.shape.map((size, i) => (i < 2 ? size : 1));
  return dropParts('dropout2d', x, shape, p, options);
}

import { gt, mul, reshape, ShapeError, type Tensor, where } from '@kindling/tensor-core';
import { formatShape, sameShape } from '@kindling/tensor-core/internal';
import { checkTensor } from '../checks.js';
import { alongDim } from './along-dim.js';

/**
 * `x` above 0, `weight * x` elsewhere, with a weight for all or one a channel: He et al. (2015);
 * `torch.nn.functional.prelu`.
 *
 * @param x - any shape; the channels are dimension 1 (dimension 0 of a vector).
 * @param weight - [1], or [channels].
 * @returns the shape of `x`.
 * @throws `ShapeError` when there is neither one weight nor one a channel.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.prelu(tensor([[-4, -4]]), tensor([0.25, 0.5])).tolist()); // => [ [ -1, -2 ] ]
 * ```
 */
export function prelu(x: Tensor, weight: Tensor): Tensor {
  checkTensor('prelu', x);
  checkTensor('prelu', weight, 'weight');
  const at = x.ndim > 1 ? 1 : 0;
  const channels = x.shape[at] ?? 1;
  if (weight.numel() !== 1 && !sameShape(weight.shape, [channels])) {
    throw new ShapeError(
      `prelu: weight is ${formatShape(weight.shape)}, input ${formatShape(x.shape)}: one, or one a channel (${channels})`,
    );
  }
  const line = weight.numel() === 1 ? reshape(weight, []) : alongDim(weight, x, at);
  const positive = gt(x, 0);
  // Infinity times the gradient 0 of what is not chosen would be NaN.
  return where(positive, x, mul(where(positive, 0, x), line));
}

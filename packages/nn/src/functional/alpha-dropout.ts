import { add, defaultGenerator, mul, sub, type Tensor, tensor } from '@kindling/tensor-core';
import { checkFloats, checkNames, checkPart, checkTensor } from '../checks.js';
import { type DropoutOptions, known } from './dropout.js';

/** What SELU tends to for large negative numbers, without its sign. */
const ALPHA = 1.7580993408473766;

/**
 * Sets elements, with probability `p`, to what SELU makes of large negative numbers, and scales and shifts all so that mean
 * and variance stay as they are: Klambauer et al. (2017); `torch.nn.functional.alpha_dropout`, which draws the same mask on
 * the CPU.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @throws `RangeError` when `p` is no probability.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { manualSeed, ones, setBackend } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * setBackend(await cpu());
 * manualSeed(0, { engine: TorchGenerator });
 * console.log(String(F.alphaDropout(ones(3)))); // => tensor([-0.7792, -0.7792,  1.6656])
 * ```
 */
export function alphaDropout(x: Tensor, p = 0.5, options: DropoutOptions = {}): Tensor {
  checkTensor('alphaDropout', x);
  checkNames('alphaDropout', options, known);
  const { training = true, generator } = options;
  checkPart('alphaDropout', 'the probability', p);
  if (!training || p === 0 || x.numel() === 0) return x;
  checkFloats('alphaDropout', x);
  if (p === 1) return mul(x, 0);
  const scale = 1 / Math.sqrt((ALPHA * ALPHA * p + 1) * (1 - p));
  const kept = (generator ?? defaultGenerator()).bernoulli(x.numel(), 1 - p);
  const mask = tensor(kept, { backend: x.backend, dtype: x.dtype }).reshape(x.shape);
  const shift = add(mul(sub(mask, 1), ALPHA * scale), ALPHA * scale * p);
  return add(mul(x, mul(mask, scale)), shift);
}

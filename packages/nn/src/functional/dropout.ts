import type { Known } from '@internal/arguments';
import { defaultGenerator, type Generator, type Tensor, tensor } from '@kindling/tensor-core';
import { sizeOf } from '@kindling/tensor-core/internal';
import { aGenerator, checkFloats, checkNames, checkNumber, checkPart, checkTensor } from '../checks.js';

/** What {@link dropout} may be told. */
export interface DropoutOptions {
  /** Whether anything is dropped at all; default true. */
  training?: boolean;
  /** The stream to draw from; default the one that `manualSeed` seeds. */
  generator?: Generator | undefined;
}

/** @internal Drops parts of x: `shape` has a place for each, and broadcasts to x. */
export function dropParts(
  name: string,
  x: Tensor,
  shape: readonly number[],
  p: number,
  { training = true, generator }: DropoutOptions,
): Tensor {
  checkTensor('dropParts', x);
  checkNumber('dropParts', 'p', p);
  checkPart(name, 'the probability', p);
  if (!training || p === 0 || x.numel() === 0) return x;
  checkFloats(name, x);
  if (p === 1) return x.mul(0);
  const keep = 1 - p;
  const kept = (generator ?? defaultGenerator()).bernoulli(sizeOf(shape), keep);
  const mask = tensor(kept, { backend: x.backend, dtype: x.dtype }).div(keep);
  return x.mul(mask.reshape(shape));
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<DropoutOptions> = { training: 'boolean', generator: aGenerator };

/**
 * Sets elements to 0 with probability `p` and scales the others by `1 / (1 - p)`; the mask is drawn as PyTorch
 * does on the CPU.
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
 * console.log(F.dropout(ones(6), 0.5).tolist()); // => [ 0, 0, 2, 0, 0, 0 ]
 * ```
 */
export function dropout(x: Tensor, p = 0.5, options: DropoutOptions = {}): Tensor {
  checkTensor('dropout', x);
  checkNumber('dropout', 'p', p);
  checkNames('dropout', options, known);
  return dropParts('dropout', x, x.shape, p, options);
}

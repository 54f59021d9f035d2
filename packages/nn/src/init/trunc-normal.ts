import type { Known } from '@internal/arguments';
import {
  DTypeError,
  defaultGenerator,
  noGrad,
  type Tensor,
  type TruncNormalOptions,
  tensor,
  truncNormal,
} from '@kindling/tensor-core';
import { checkNames, checkTensor } from '../checks.js';
import type { InitOptions } from './fan.js';

const known: Known<Omit<TruncNormalOptions, 'dtype'> & InitOptions> = { mean: 1, std: 1, a: 1, b: 1, generator: 1 };

/**
 * Fills a tensor with normal draws cut to [a, b], in place, as `torch.nn.init.trunc_normal_`.
 *
 * @param options - `mean` (default 0), `std` (default 1), `a` (default -2), `b` (default 2).
 * @throws `DTypeError` when the tensor is not float32 or float64.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as init from '@kindling/nn/init';
 * import { manualSeed, setBackend, zeros } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * setBackend(await cpu());
 * manualSeed(0, { engine: TorchGenerator });
 * console.log(String(init.truncNormal_(zeros(2), { std: 0.5 }))); // => tensor([-0.0047,  0.3665])
 * ```
 */
export function truncNormal_<T extends Tensor>(x: T, options: Omit<TruncNormalOptions, 'dtype'> & InitOptions = {}): T {
  checkTensor('truncNormal_', x);
  checkNames('truncNormal_', options, known);
  const { generator, ...rest } = options;
  const { dtype } = x;
  if (dtype !== 'float32' && dtype !== 'float64') throw new DTypeError(`truncNormal_: ${dtype} holds no normal draws`);
  const values = truncNormal(generator ?? defaultGenerator(), x.numel(), { ...rest, dtype });
  return noGrad(() => x.copy_(tensor(values, { backend: x.backend }).reshape(x.shape)));
}

import type { Tensor } from '@kindling/tensor-core';
import { mish } from '../functional/mish.js';
import { Module } from '../module.js';

/**
 * `x * tanh(log(1 + exp(x)))` of each element: Misra (2019); `torch.nn.Mish`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Mish } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Mish()(tensor([-1, 1])))); // => tensor([-0.3034,  0.8651])
 * ```
 */
export class Mish extends Module {
  static override readonly name: string = 'Mish';

  forward(x: Tensor): Tensor {
    return mish(x);
  }
}

import { silu, type Tensor } from '@kindling/tensor-core';
import { Module } from '../module.js';

/**
 * `x * sigmoid(x)` of each element; `torch.nn.SiLU`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SiLU } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new SiLU()(tensor([-1, 0, 2])))); // => tensor([-0.2689,  0.0000,  1.7616])
 * ```
 */
export class SiLU extends Module {
  static override readonly name: string = 'SiLU';

  forward(x: Tensor): Tensor {
    return silu(x);
  }
}

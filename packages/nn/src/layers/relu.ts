import { relu, type Tensor } from '@kindling/tensor-core';
import { Module } from '../module.js';

/**
 * The larger of 0 and each element; `torch.nn.ReLU`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { ReLU } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new ReLU()(tensor([-1, 0, 2])))); // => tensor([0., 0., 2.])
 * ```
 */
export class ReLU extends Module {
  static override readonly name: string = 'ReLU';

  forward(x: Tensor): Tensor {
    return relu(x);
  }
}

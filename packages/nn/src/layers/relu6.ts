import type { Tensor } from '@kindling/tensor-core';
import { relu6 } from '../functional/relu6.js';
import { Module } from '../module.js';

/**
 * The larger of 0 and each element, at most 6; `torch.nn.ReLU6`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { ReLU6 } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new ReLU6()(tensor([-1, 8])))); // => tensor([0., 6.])
 * ```
 */
export class ReLU6 extends Module {
  static override readonly name: string = 'ReLU6';

  forward(x: Tensor): Tensor {
    return relu6(x);
  }
}

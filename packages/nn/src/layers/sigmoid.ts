import { sigmoid, type Tensor } from '@kindling/tensor-core';
import { Module } from '../module.js';

/**
 * `1 / (1 + exp(-x))` of each element; `torch.nn.Sigmoid`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Sigmoid } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Sigmoid()(tensor([-1, 0, 2])))); // => tensor([0.2689, 0.5000, 0.8808])
 * ```
 */
export class Sigmoid extends Module {
  static override readonly name: string = 'Sigmoid';

  forward(x: Tensor): Tensor {
    return sigmoid(x);
  }
}

import { type Tensor, tanh } from '@kindling/tensor-core';
import { Module } from '../module.js';

/**
 * The hyperbolic tangent of each element; `torch.nn.Tanh`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Tanh } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Tanh()(tensor([-1, 0, 2])))); // => tensor([-0.7616,  0.0000,  0.9640])
 * ```
 */
export class Tanh extends Module {
  static override readonly name: string = 'Tanh';

  forward(x: Tensor): Tensor {
    return tanh(x);
  }
}

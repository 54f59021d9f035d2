import type { Tensor } from '@kindling/tensor-core';
import { tanhshrink } from '../functional/tanhshrink.js';
import { Module } from '../module.js';

/**
 * `x - tanh(x)` of each element; `torch.nn.Tanhshrink`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Tanhshrink } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Tanhshrink()(tensor([-1, 1])))); // => tensor([-0.2384,  0.2384])
 * ```
 */
export class Tanhshrink extends Module {
  static override readonly name: string = 'Tanhshrink';

  forward(x: Tensor): Tensor {
    return tanhshrink(x);
  }
}

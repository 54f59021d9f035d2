import type { Tensor } from '@kindling/tensor-core';
import { softsign } from '../functional/softsign.js';
import { Module } from '../module.js';

/**
 * `x / (1 + |x|)` of each element; `torch.nn.Softsign`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Softsign } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Softsign()(tensor([-1, 1])))); // => tensor([-0.5000,  0.5000])
 * ```
 */
export class Softsign extends Module {
  static override readonly name: string = 'Softsign';

  forward(x: Tensor): Tensor {
    return softsign(x);
  }
}

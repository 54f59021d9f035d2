import type { Tensor } from '@kindling/tensor-core';
import { hardsigmoid } from '../functional/hardsigmoid.js';
import { Module } from '../module.js';

/**
 * `x / 6 + 1 / 2` of each element, between 0 and 1; `torch.nn.Hardsigmoid`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Hardsigmoid } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Hardsigmoid()(tensor([-4, 0, 3])))); // => tensor([0.0000, 0.5000, 1.0000])
 * ```
 */
export class Hardsigmoid extends Module {
  static override readonly name: string = 'Hardsigmoid';

  forward(x: Tensor): Tensor {
    return hardsigmoid(x);
  }
}

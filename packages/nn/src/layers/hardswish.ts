import type { Tensor } from '@kindling/tensor-core';
import { hardswish } from '../functional/hardswish.js';
import { Module } from '../module.js';

/**
 * `x * hardsigmoid(x)` of each element: Howard et al. (2019); `torch.nn.Hardswish`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Hardswish } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Hardswish()(tensor([-4, 1, 4])))); // => tensor([-0.0000,  0.6667,  4.0000])
 * ```
 */
export class Hardswish extends Module {
  static override readonly name: string = 'Hardswish';

  forward(x: Tensor): Tensor {
    return hardswish(x);
  }
}

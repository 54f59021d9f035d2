import type { Tensor } from '@kindling/tensor-core';
import { selu } from '../functional/selu.js';
import { Module } from '../module.js';

/**
 * The self-normalising unit of Klambauer et al. (2017); `torch.nn.SELU`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SELU } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new SELU()(tensor([-1, 1])))); // => tensor([-1.1113,  1.0507])
 * ```
 */
export class SELU extends Module {
  static override readonly name: string = 'SELU';

  forward(x: Tensor): Tensor {
    return selu(x);
  }
}

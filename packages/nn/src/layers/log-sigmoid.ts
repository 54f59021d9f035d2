import type { Tensor } from '@kindling/tensor-core';
import { logSigmoid } from '../functional/log-sigmoid.js';
import { Module } from '../module.js';

/**
 * `log(1 / (1 + exp(-x)))` of each element, without overflow; `torch.nn.LogSigmoid`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { LogSigmoid } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new LogSigmoid()(tensor([0, 2])))); // => tensor([-0.6931, -0.1269])
 * ```
 */
export class LogSigmoid extends Module {
  static override readonly name: string = 'LogSigmoid';

  forward(x: Tensor): Tensor {
    return logSigmoid(x);
  }
}

import { logSoftmax, type Tensor } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { Module } from '../module.js';

/**
 * `x - log(sum(exp(x)))` along a dimension; `torch.nn.LogSoftmax`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { LogSoftmax } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new LogSoftmax(0)(tensor([1, 1])))); // => tensor([-0.6931, -0.6931])
 * ```
 */
export class LogSoftmax extends Module {
  static override readonly name: string = 'LogSoftmax';
  readonly dim: number;

  constructor(dim: number) {
    checkNumber('LogSoftmax', 'dim', dim);
    super();
    this.dim = dim;
  }

  forward(x: Tensor): Tensor {
    return logSoftmax(x, this.dim);
  }

  override extraRepr(): string {
    return `dim=${this.dim}`;
  }
}

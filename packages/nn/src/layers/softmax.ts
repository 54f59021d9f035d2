import { softmax, type Tensor } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { Module } from '../module.js';

/**
 * `exp(x) / sum(exp(x))` along a dimension; `torch.nn.Softmax`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Softmax } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Softmax(0)(tensor([1, 1])))); // => tensor([0.5000, 0.5000])
 * ```
 */
export class Softmax extends Module {
  static override readonly name: string = 'Softmax';
  readonly dim: number;

  constructor(dim: number) {
    checkNumber('Softmax', 'dim', dim);
    super();
    this.dim = dim;
  }

  forward(x: Tensor): Tensor {
    return softmax(x, this.dim);
  }

  override extraRepr(): string {
    return `dim=${this.dim}`;
  }
}

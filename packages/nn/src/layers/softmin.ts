import type { Tensor } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { softmin } from '../functional/softmin.js';
import { Module } from '../module.js';

/**
 * `exp(-x) / sum(exp(-x))` along a dimension; `torch.nn.Softmin`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Softmin } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Softmin(0)(tensor([1, 2])))); // => tensor([0.7311, 0.2689])
 * ```
 */
export class Softmin extends Module {
  static override readonly name: string = 'Softmin';
  readonly dim: number;

  constructor(dim: number) {
    checkNumber('Softmin', 'dim', dim);
    super();
    this.dim = dim;
  }

  forward(x: Tensor): Tensor {
    return softmin(x, this.dim);
  }

  override extraRepr(): string {
    return `dim=${this.dim}`;
  }
}

import { elu, type Tensor } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { float } from '../describe.js';
import { Module } from '../module.js';

/**
 * `x` above 0, `alpha * (exp(x) - 1)` (default 1) elsewhere: Clevert et al. (2015); `torch.nn.ELU`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { ELU } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new ELU()(tensor([-1, 2])))); // => tensor([-0.6321,  2.0000])
 * ```
 */
export class ELU extends Module {
  static override readonly name: string = 'ELU';
  readonly alpha: number;

  constructor(alpha = 1) {
    checkNumber('ELU', 'alpha', alpha);
    super();
    this.alpha = alpha;
  }

  forward(x: Tensor): Tensor {
    return elu(x, this.alpha);
  }

  override extraRepr(): string {
    return `alpha=${float(this.alpha)}`;
  }
}

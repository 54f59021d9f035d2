import type { Known } from '@internal/arguments';
import { type GeluOptions, gelu, type Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { Module } from '../module.js';

const known: Known<GeluOptions> = { approximate: 1 };

/**
 * `x` times the normal distribution's cumulative probability of `x`: Hendrycks and Gimpel (2016); `torch.nn.GELU`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { GELU } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new GELU()(tensor([-1, 1])))); // => tensor([-0.1587,  0.8413])
 * ```
 */
export class GELU extends Module {
  static override readonly name: string = 'GELU';
  readonly approximate: 'none' | 'tanh';

  constructor(options: GeluOptions = {}) {
    checkNames('GELU', options, known);
    super();
    const { approximate = 'none' } = options;
    this.approximate = approximate;
  }

  forward(x: Tensor): Tensor {
    return gelu(x, { approximate: this.approximate });
  }

  override extraRepr(): string {
    return `approximate='${this.approximate}'`;
  }
}

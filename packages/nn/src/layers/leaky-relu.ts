import { leakyRelu, type Tensor } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { float } from '../describe.js';
import { Module } from '../module.js';

/**
 * `x` above 0, `negativeSlope * x` (default 0.01) elsewhere; `torch.nn.LeakyReLU`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { LeakyReLU } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new LeakyReLU(0.25)(tensor([-4, 2])))); // => tensor([-1.,  2.])
 * ```
 */
export class LeakyReLU extends Module {
  static override readonly name: string = 'LeakyReLU';
  readonly negativeSlope: number;

  constructor(negativeSlope = 0.01) {
    checkNumber('LeakyReLU', 'negativeSlope', negativeSlope);
    super();
    this.negativeSlope = negativeSlope;
  }

  forward(x: Tensor): Tensor {
    return leakyRelu(x, this.negativeSlope);
  }

  override extraRepr(): string {
    return `negative_slope=${float(this.negativeSlope)}`;
  }
}

import type { Known } from '@internal/arguments';
import { type SoftplusOptions, softplus, type Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { Module } from '../module.js';

const known: Known<SoftplusOptions> = { beta: 'number', threshold: 'number' };

/**
 * `log(1 + exp(beta * x)) / beta`, or `x` where `beta * x` is above the threshold; `torch.nn.Softplus`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Softplus } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Softplus()(tensor([0, 30])))); // => tensor([ 0.6931, 30.0000])
 * ```
 */
export class Softplus extends Module {
  static override readonly name: string = 'Softplus';
  readonly beta: number;
  readonly threshold: number;

  /** Default `beta` 1 and `threshold` 20. */
  constructor(options: SoftplusOptions = {}) {
    checkNames('Softplus', options, known);
    super();
    const { beta = 1, threshold = 20 } = options;
    this.beta = beta;
    this.threshold = threshold;
  }

  forward(x: Tensor): Tensor {
    return softplus(x, { beta: this.beta, threshold: this.threshold });
  }

  override extraRepr(): string {
    return `beta=${this.beta}, threshold=${this.threshold}`;
  }
}

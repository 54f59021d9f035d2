import { wrong } from '@internal/arguments';
import type { Tensor } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { float } from '../describe.js';
import { celu } from '../functional/celu.js';
import { Module } from '../module.js';

/**
 * `x` above 0, elsewhere `alpha * (exp(x / alpha) - 1)`, alpha by default 1; `torch.nn.CELU`.
 *
 * @throws `RangeError` when `alpha` is 0 or no number.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { CELU } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new CELU()(tensor([-1, 1])))); // => tensor([-0.6321,  1.0000])
 * ```
 */
export class CELU extends Module {
  static override readonly name: string = 'CELU';
  readonly alpha: number;

  constructor(alpha = 1) {
    checkNumber('CELU', 'alpha', alpha);
    super();
    if (!(alpha !== 0 && Number.isFinite(alpha))) wrong(RangeError, 'CELU', 'alpha', 'a number other than 0', alpha);
    this.alpha = alpha;
  }

  forward(x: Tensor): Tensor {
    return celu(x, this.alpha);
  }

  override extraRepr(): string {
    return `alpha=${float(this.alpha)}`;
  }
}

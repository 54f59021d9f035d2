import type { Tensor } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { float } from '../describe.js';
import { hardshrink } from '../functional/hardshrink.js';
import { Module } from '../module.js';

/**
 * 0 where `x` is within `lambd` of 0 (default 0.5), else `x`; `torch.nn.Hardshrink`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Hardshrink } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new Hardshrink()(tensor([-1, 0.3, 1])).tolist()); // => [ -1, 0, 1 ]
 * ```
 */
export class Hardshrink extends Module {
  static override readonly name: string = 'Hardshrink';
  readonly lambd: number;

  constructor(lambd = 0.5) {
    checkNumber('Hardshrink', 'lambd', lambd);
    super();
    this.lambd = lambd;
  }

  forward(x: Tensor): Tensor {
    return hardshrink(x, this.lambd);
  }

  override extraRepr(): string {
    return `${float(this.lambd)}`;
  }
}

import { wrong } from '@internal/arguments';
import type { Tensor } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { float } from '../describe.js';
import { softshrink } from '../functional/softshrink.js';
import { Module } from '../module.js';

/**
 * 0 where `x` is within `lambd` of 0 (default 0.5), else `x` by so much nearer to 0; `torch.nn.Softshrink`.
 *
 * @throws `RangeError` when `lambd` is below 0.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Softshrink } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new Softshrink()(tensor([-1, 0.3, 1])).tolist()); // => [ -0.5, 0, 0.5 ]
 * ```
 */
export class Softshrink extends Module {
  static override readonly name: string = 'Softshrink';
  readonly lambd: number;

  constructor(lambd = 0.5) {
    checkNumber('Softshrink', 'lambd', lambd);
    super();
    if (!(lambd >= 0)) wrong(RangeError, 'Softshrink', 'lambd', 'a number from 0', lambd);
    this.lambd = lambd;
  }

  forward(x: Tensor): Tensor {
    return softshrink(x, this.lambd);
  }

  override extraRepr(): string {
    return `${float(this.lambd)}`;
  }
}

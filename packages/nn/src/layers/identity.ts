import type { Tensor } from '@kindling/tensor-core';
import { Module } from '../module.js';

/**
 * Returns what it is given, as a place to put something later; `torch.nn.Identity`.
 *
 * @example
 * ```ts
 * import { Identity } from '@kindling/nn';
 * console.log(String(new Identity())); // => Identity()
 * ```
 */
export class Identity extends Module {
  static override readonly name: string = 'Identity';

  forward(x: Tensor): Tensor {
    return x;
  }
}

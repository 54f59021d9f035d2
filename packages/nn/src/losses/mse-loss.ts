import type { Tensor } from '@kindling/tensor-core';
import { mseNamed } from '../functional/mse-loss.js';
import { Module } from '../module.js';
import { checkReduction, type LossOptions, type Reduction } from './loss.js';

/**
 * The squared difference of input and target of one shape; `torch.nn.MSELoss`.
 *
 * @throws `RangeError` for an unknown reduction; calling it, `ShapeError` when the shapes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { MSELoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new MSELoss({ reduction: 'sum' })(tensor([1, 2]), tensor([1, 5])).item()); // => 9
 * ```
 */
export class MSELoss extends Module<[input: Tensor, target: Tensor]> {
  static override readonly name: string = 'MSELoss';
  readonly reduction: Reduction;

  constructor({ reduction = 'mean' }: LossOptions = {}) {
    super();
    this.reduction = checkReduction('MSELoss', reduction);
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return mseNamed('MSELoss', input, target, { reduction: this.reduction });
  }
}

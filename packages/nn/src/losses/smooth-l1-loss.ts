import type { Tensor } from '@kindling/tensor-core';
import { checkBeta, type SmoothL1LossOptions, smoothL1Named } from '../functional/smooth-l1-loss.js';
import { Module } from '../module.js';
import { checkReduction, type Reduction } from './loss.js';

/**
 * Half the squared difference divided by `beta` where the difference is below `beta`, elsewhere its size less
 * `beta / 2`: Girshick (2015), for input and target of one shape; `torch.nn.SmoothL1Loss`.
 *
 * @throws `RangeError` for an option out of range; calling it, `ShapeError` when the shapes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SmoothL1Loss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new SmoothL1Loss()(tensor([1, 2]), tensor([1, 5])))); // => tensor(1.2500)
 * ```
 */
export class SmoothL1Loss extends Module<[input: Tensor, target: Tensor]> {
  static override readonly name: string = 'SmoothL1Loss';
  readonly reduction: Reduction;
  readonly beta: number;

  constructor({ beta = 1, reduction = 'mean' }: SmoothL1LossOptions = {}) {
    super();
    checkBeta('SmoothL1Loss', beta);
    this.reduction = checkReduction('SmoothL1Loss', reduction);
    this.beta = beta;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return smoothL1Named('SmoothL1Loss', input, target, { beta: this.beta, reduction: this.reduction });
  }
}

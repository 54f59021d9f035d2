import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { checkBeta, known, type SmoothL1LossOptions, smoothL1Named } from '../functional/smooth-l1-loss.js';
import type { LossValues } from './loss.js';
import { Loss } from './loss-module.js';

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
export class SmoothL1Loss extends Loss {
  static override readonly name: string = 'SmoothL1Loss';
  readonly beta: number;

  constructor(options: SmoothL1LossOptions = {}) {
    checkNames('SmoothL1Loss', options, known);
    super(options);
    this.beta = options.beta ?? 1;
    checkBeta('SmoothL1Loss', this.beta);
  }

  forward(input: LossValues, target: LossValues): Tensor {
    return smoothL1Named('SmoothL1Loss', input, target, this);
  }
}

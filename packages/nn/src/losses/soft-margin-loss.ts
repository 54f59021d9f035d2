import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { known } from '../functional/l1-loss.js';
import { softMarginNamed } from '../functional/soft-margin-loss.js';
import type { LossOptions, LossValues } from './loss.js';
import { Loss } from './loss-module.js';

/**
 * `log(1 + exp(-target * input))` for targets -1 and 1, without overflow, for input and target of one shape;
 * `torch.nn.SoftMarginLoss`.
 *
 * @throws `RangeError` for an option out of range; calling it, `ShapeError` when the shapes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SoftMarginLoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new SoftMarginLoss()(tensor([0, 2]), tensor([1, -1])))); // => tensor(1.4100)
 * ```
 */
export class SoftMarginLoss extends Loss {
  static override readonly name: string = 'SoftMarginLoss';

  constructor(options: LossOptions = {}) {
    checkNames('SoftMarginLoss', options, known);
    super(options);
  }

  forward(input: LossValues, target: LossValues): Tensor {
    return softMarginNamed('SoftMarginLoss', input, target, this);
  }
}

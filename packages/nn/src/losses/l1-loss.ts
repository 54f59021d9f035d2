import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { known, l1Named } from '../functional/l1-loss.js';
import type { LossOptions, LossValues } from './loss.js';
import { Loss } from './loss-module.js';

/**
 * The absolute difference of input and target, for input and target of one shape; `torch.nn.L1Loss`.
 *
 * @throws `RangeError` for an option out of range; calling it, `ShapeError` when the shapes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { L1Loss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new L1Loss()(tensor([1, 2]), tensor([1, 5])))); // => tensor(1.5000)
 * ```
 */
export class L1Loss extends Loss {
  static override readonly name: string = 'L1Loss';

  constructor(options: LossOptions = {}) {
    checkNames('L1Loss', options, known);
    super(options);
  }

  forward(input: LossValues, target: LossValues): Tensor {
    return l1Named('L1Loss', input, target, this);
  }
}

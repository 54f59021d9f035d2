import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { known } from '../functional/l1-loss.js';
import { mseNamed } from '../functional/mse-loss.js';
import type { LossOptions, LossValues } from './loss.js';
import { Loss } from './loss-module.js';

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
export class MSELoss extends Loss {
  static override readonly name: string = 'MSELoss';

  constructor(options: LossOptions = {}) {
    checkNames('MSELoss', options, known);
    super(options);
  }

  forward(input: LossValues, target: LossValues): Tensor {
    return mseNamed('MSELoss', input, target, this);
  }
}

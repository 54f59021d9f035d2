import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { known, type MultiMarginLossOptions, multiMarginNamed } from '../functional/multi-margin-loss.js';
import type { LossValues } from './loss.js';
import { WeightedLoss } from './loss-module.js';

/**
 * The mean over the classes of `max(0, margin - x[target] + x[i]) ** p`, but for the target itself;
 * `torch.nn.MultiMarginLoss`.
 *
 * @throws `RangeError` for an unknown reduction; calling it, as `functional.multiMarginLoss`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { MultiMarginLoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new MultiMarginLoss()(tensor([[1, 2, 0]]), tensor([0], { dtype: 'int32' })))); // => tensor(0.6667)
 * ```
 */
export class MultiMarginLoss extends WeightedLoss {
  static override readonly name: string = 'MultiMarginLoss';
  readonly p: number;
  readonly margin: number;

  constructor(options: MultiMarginLossOptions = {}) {
    checkNames('MultiMarginLoss', options, known);
    super(options);
    this.p = options.p ?? 1;
    this.margin = options.margin ?? 1;
  }

  forward(input: LossValues, target: LossValues): Tensor {
    return multiMarginNamed('MultiMarginLoss', input, target, this);
  }
}

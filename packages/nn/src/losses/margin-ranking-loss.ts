import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { known, type MarginRankingLossOptions, marginRankingNamed } from '../functional/margin-ranking-loss.js';
import { Module } from '../module.js';
import { type LossValues, type Reduction, reductionOf } from './loss.js';

/**
 * `max(0, margin - target * (input1 - input2))`: the first is to be larger where the target is 1, the second where it is -1;
 * `torch.nn.MarginRankingLoss`.
 *
 * @throws `RangeError` for an unknown reduction; calling it, as `functional.marginRankingLoss`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { MarginRankingLoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new MarginRankingLoss()(tensor([1, 2]), tensor([3, 1]), tensor([1, 1])))); // => tensor(1.)
 * ```
 */
export class MarginRankingLoss extends Module<[input1: Tensor, input2: Tensor, target: LossValues]> {
  static override readonly name: string = 'MarginRankingLoss';
  readonly reduction: Reduction;
  readonly margin: number;

  constructor(options: MarginRankingLossOptions = {}) {
    checkNames('MarginRankingLoss', options, known);
    super();
    this.reduction = reductionOf(this.moduleName(), options);
    this.margin = options.margin ?? 0;
  }

  forward(input1: Tensor, input2: Tensor, target: LossValues): Tensor {
    return marginRankingNamed('MarginRankingLoss', input1, input2, target, this);
  }
}

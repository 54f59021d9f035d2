import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { known, type TripletMarginLossOptions, tripletMarginNamed } from '../functional/triplet-margin-loss.js';
import { Module } from '../module.js';
import { type Reduction, reductionOf } from './loss.js';

/**
 * `max(0, margin + d(anchor, positive) - d(anchor, negative))`, with distances along the last dimension;
 * `torch.nn.TripletMarginLoss`.
 *
 * @throws `RangeError` for an unknown reduction; calling it, as `functional.tripletMarginLoss`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { TripletMarginLoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const [a, b, c] = [tensor([[0, 0]]), tensor([[3, 4]]), tensor([[0, 1]])];
 * console.log(String(new TripletMarginLoss()(a, b, c))); // => tensor(5.0000)
 * ```
 */
export class TripletMarginLoss extends Module<[anchor: Tensor, positive: Tensor, negative: Tensor]> {
  static override readonly name: string = 'TripletMarginLoss';
  readonly reduction: Reduction;
  readonly margin: number;
  readonly p: number;
  readonly eps: number;
  readonly swap: boolean;

  constructor(options: TripletMarginLossOptions = {}) {
    checkNames('TripletMarginLoss', options, known);
    super();
    this.reduction = reductionOf(this.moduleName(), options);
    this.margin = options.margin ?? 1;
    this.p = options.p ?? 2;
    this.eps = options.eps ?? 1e-6;
    this.swap = options.swap ?? false;
  }

  forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    return tripletMarginNamed('TripletMarginLoss', anchor, positive, negative, this);
  }
}

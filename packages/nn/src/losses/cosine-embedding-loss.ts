import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { type CosineEmbeddingLossOptions, cosineEmbeddingNamed, known } from '../functional/cosine-embedding-loss.js';
import { Module } from '../module.js';
import { type LossValues, type Reduction, reductionOf } from './loss.js';

/**
 * With the cosine of the angle between two vectors: `1 - cos` where the target is 1, `max(0, cos - margin)` where it is -1;
 * `torch.nn.CosineEmbeddingLoss`.
 *
 * @throws `RangeError` for an unknown reduction; calling it, as `functional.cosineEmbeddingLoss`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { CosineEmbeddingLoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const [a, b] = [tensor([[1, 0], [1, 0]]), tensor([[0, 1], [1, 0]])];
 * console.log(String(new CosineEmbeddingLoss()(a, b, tensor([1, -1])))); // => tensor(1.)
 * ```
 */
export class CosineEmbeddingLoss extends Module<[input1: Tensor, input2: Tensor, target: LossValues]> {
  static override readonly name: string = 'CosineEmbeddingLoss';
  readonly reduction: Reduction;
  readonly margin: number;

  constructor(options: CosineEmbeddingLossOptions = {}) {
    checkNames('CosineEmbeddingLoss', options, known);
    super();
    this.reduction = reductionOf(this.moduleName(), options);
    this.margin = options.margin ?? 0;
  }

  forward(input1: Tensor, input2: Tensor, target: LossValues): Tensor {
    return cosineEmbeddingNamed('CosineEmbeddingLoss', input1, input2, target, this);
  }
}

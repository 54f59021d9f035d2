import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { type HingeEmbeddingLossOptions, hingeEmbeddingNamed, known } from '../functional/hinge-embedding-loss.js';
import type { LossValues } from './loss.js';
import { Loss } from './loss-module.js';

/**
 * Of distances: themselves where the target is 1, and `max(0, margin - x)` where it is -1;
 * `torch.nn.HingeEmbeddingLoss`.
 *
 * @throws `RangeError` for an unknown reduction; calling it, as `functional.hingeEmbeddingLoss`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { HingeEmbeddingLoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new HingeEmbeddingLoss()(tensor([0.5, 0.25]), tensor([1, -1])))); // => tensor(0.6250)
 * ```
 */
export class HingeEmbeddingLoss extends Loss {
  static override readonly name: string = 'HingeEmbeddingLoss';
  readonly margin: number;

  constructor(options: HingeEmbeddingLossOptions = {}) {
    checkNames('HingeEmbeddingLoss', options, known);
    super(options);
    this.margin = options.margin ?? 1;
  }

  forward(input: LossValues, target: LossValues): Tensor {
    return hingeEmbeddingNamed('HingeEmbeddingLoss', input, target, this);
  }
}

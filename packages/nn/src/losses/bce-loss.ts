import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { type BinaryCrossEntropyOptions, bceNamed, known } from '../functional/binary-cross-entropy.js';
import type { LossValues } from './loss.js';
import { WeightedLoss } from './loss-module.js';

/**
 * The binary cross entropy of probabilities and targets of one shape; `torch.nn.BCELoss`.
 *
 * @throws `RangeError` for an unknown reduction; calling it, as `functional.binaryCrossEntropy`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { BCELoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const loss = new BCELoss();
 * console.log(String(loss(tensor([0.5, 0.9]), tensor([0, 1])))); // => tensor(0.3993)
 * ```
 */
export class BCELoss extends WeightedLoss {
  static override readonly name: string = 'BCELoss';

  constructor(options: BinaryCrossEntropyOptions = {}) {
    checkNames('BCELoss', options, known);
    super(options);
  }

  forward(input: LossValues, target: LossValues): Tensor {
    return bceNamed('BCELoss', input, target, this);
  }
}

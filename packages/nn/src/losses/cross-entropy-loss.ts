import type { Tensor } from '@kindling/tensor-core';
import { checkNames, checkPart } from '../checks.js';
import { type CrossEntropyOptions, crossEntropyNamed, known } from '../functional/cross-entropy.js';
import type { LossValues } from './loss.js';
import { WeightedLoss } from './loss-module.js';

/**
 * The cross entropy of logits and classes, or probabilities of classes; `torch.nn.CrossEntropyLoss`.
 *
 * @throws `RangeError` for an option out of range; calling it, as `functional.crossEntropy`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { CrossEntropyLoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const loss = new CrossEntropyLoss();
 * console.log(String(loss(tensor([[0, 1], [2, 0]]), tensor([1, 0], { dtype: 'int32' })))); // => tensor(0.2201)
 * ```
 */
export class CrossEntropyLoss extends WeightedLoss {
  static override readonly name: string = 'CrossEntropyLoss';
  readonly ignoreIndex: number;
  readonly labelSmoothing: number;

  constructor(options: CrossEntropyOptions = {}) {
    checkNames('CrossEntropyLoss', options, known);
    super(options);
    const { ignoreIndex = -100, labelSmoothing = 0 } = options;
    checkPart('CrossEntropyLoss', 'labelSmoothing', labelSmoothing);
    this.ignoreIndex = ignoreIndex;
    this.labelSmoothing = labelSmoothing;
  }

  forward(input: LossValues, target: LossValues): Tensor {
    return crossEntropyNamed('CrossEntropyLoss', input, target, this);
  }
}

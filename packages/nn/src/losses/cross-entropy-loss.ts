import type { Tensor } from '@kindling/tensor-core';
import { type CrossEntropyOptions, checkSmoothing, crossEntropyNamed } from '../functional/cross-entropy.js';
import { Module } from '../module.js';
import { checkReduction, type Reduction } from './loss.js';

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
export class CrossEntropyLoss extends Module<[input: Tensor, target: Tensor]> {
  static override readonly name: string = 'CrossEntropyLoss';
  readonly reduction: Reduction;
  readonly ignoreIndex: number;
  readonly labelSmoothing: number;
  weight: Tensor | null = null;

  constructor(options: CrossEntropyOptions = {}) {
    super();
    const { weight = null, ignoreIndex = -100, labelSmoothing = 0, reduction = 'mean' } = options;
    checkSmoothing('CrossEntropyLoss', labelSmoothing);
    this.reduction = checkReduction('CrossEntropyLoss', reduction);
    this.ignoreIndex = ignoreIndex;
    this.labelSmoothing = labelSmoothing;
    if (weight !== null) this.registerBuffer('weight', weight);
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { weight, ignoreIndex, labelSmoothing, reduction } = this;
    return crossEntropyNamed('CrossEntropyLoss', input, target, { weight, ignoreIndex, labelSmoothing, reduction });
  }
}

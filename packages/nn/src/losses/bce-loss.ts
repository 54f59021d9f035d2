import type { Tensor } from '@kindling/tensor-core';
import { type BinaryCrossEntropyOptions, bceNamed } from '../functional/binary-cross-entropy.js';
import { Module } from '../module.js';
import { checkReduction, type Reduction } from './loss.js';

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
export class BCELoss extends Module<[input: Tensor, target: Tensor]> {
  static override readonly name: string = 'BCELoss';
  readonly reduction: Reduction;
  weight: Tensor | null = null;

  constructor({ weight = null, reduction = 'mean' }: BinaryCrossEntropyOptions = {}) {
    super();
    this.reduction = checkReduction('BCELoss', reduction);
    if (weight !== null) this.registerBuffer('weight', weight);
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return bceNamed('BCELoss', input, target, { weight: this.weight, reduction: this.reduction });
  }
}

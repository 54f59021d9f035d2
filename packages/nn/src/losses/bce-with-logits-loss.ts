import type { Tensor } from '@kindling/tensor-core';
import {
  type BinaryCrossEntropyWithLogitsOptions,
  bceWithLogitsNamed,
} from '../functional/binary-cross-entropy-with-logits.js';
import { Module } from '../module.js';
import { checkReduction, type Reduction } from './loss.js';

/**
 * The binary cross entropy of logits and targets of one shape, without overflow; `torch.nn.BCEWithLogitsLoss`.
 *
 * @throws `RangeError` for an unknown reduction; calling it, `ShapeError` when the shapes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { BCEWithLogitsLoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const loss = new BCEWithLogitsLoss({ posWeight: tensor([3]) });
 * console.log(String(loss(tensor([0, 2]), tensor([1, 0])))); // => tensor(2.1032)
 * ```
 */
export class BCEWithLogitsLoss extends Module<[input: Tensor, target: Tensor]> {
  static override readonly name: string = 'BCEWithLogitsLoss';
  readonly reduction: Reduction;
  weight: Tensor | null = null;
  posWeight: Tensor | null = null;

  constructor({ weight = null, posWeight = null, reduction = 'mean' }: BinaryCrossEntropyWithLogitsOptions = {}) {
    super();
    this.reduction = checkReduction('BCEWithLogitsLoss', reduction);
    if (weight !== null) this.registerBuffer('weight', weight);
    if (posWeight !== null) this.registerBuffer('posWeight', posWeight, { key: 'pos_weight' });
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { weight, posWeight, reduction } = this;
    return bceWithLogitsNamed('BCEWithLogitsLoss', input, target, { weight, posWeight, reduction });
  }
}

import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import {
  type BinaryCrossEntropyWithLogitsOptions,
  bceWithLogitsNamed,
  known,
} from '../functional/binary-cross-entropy-with-logits.js';
import type { LossValues } from './loss.js';
import { WeightedLoss } from './loss-module.js';

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
export class BCEWithLogitsLoss extends WeightedLoss {
  static override readonly name: string = 'BCEWithLogitsLoss';
  declare posWeight: Tensor | null;

  constructor(options: BinaryCrossEntropyWithLogitsOptions = {}) {
    checkNames('BCEWithLogitsLoss', options, known);
    super(options);
    this.registerBuffer('posWeight', options.posWeight ?? null, { key: 'pos_weight' });
  }

  forward(input: LossValues, target: LossValues): Tensor {
    return bceWithLogitsNamed('BCEWithLogitsLoss', input, target, this);
  }
}

import type { Known } from '@internal/arguments';
import { add, mul, pow, sigmoid, sub, type Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { type LossOptions, type LossValues, matchTarget, reduceLoss, reductionOf } from '../losses/loss.js';
import { binaryCrossEntropyWithLogits } from './binary-cross-entropy-with-logits.js';

/** What {@link sigmoidFocalLoss} may be told. */
export interface SigmoidFocalLossOptions extends LossOptions {
  /** How much the class 1 counts, the class 0 the rest of 1; below 0 both count fully; default 0.25. */
  alpha?: number;
  /** How little what is right already counts, from 0 on; default 2. */
  gamma?: number;
}

const known: Known<SigmoidFocalLossOptions> = { alpha: 1, gamma: 1, reduction: 1 };

/**
 * The binary cross entropy of logits, times `(1 - p) ** gamma` of the probability `p` of the right class: Lin et al. (2017);
 * `torchvision.ops.sigmoid_focal_loss`. As there, the reduction is by default `'none'`.
 *
 * @param input - logits, any shape.
 * @param target - 0 and 1, the same shape.
 * @returns a scalar, or for `reduction: 'none'` the shape of the input.
 * @throws `ShapeError` when the shapes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.sigmoidFocalLoss(tensor([0, 3]), tensor([1, 1])))); // => tensor([4.3322e-02, 2.7321e-05])
 * ```
 */
export function sigmoidFocalLoss(input: LossValues, target: LossValues, options: SigmoidFocalLossOptions = {}): Tensor {
  checkNames('sigmoidFocalLoss', options, known);
  const { alpha = 0.25, gamma = 2, reduction = 'none' } = options;
  const name = 'sigmoidFocalLoss';
  const how = reductionOf(name, { reduction });
  const [x, t] = matchTarget(name, input, target);
  const p = sigmoid(x);
  const rest = sub(1, t);
  const right = add(mul(p, t), mul(sub(1, p), rest));
  const losses = mul(binaryCrossEntropyWithLogits(x, t, { reduction: 'none' }), pow(sub(1, right), gamma));
  return reduceLoss(alpha < 0 ? losses : mul(losses, add(mul(t, alpha), mul(rest, 1 - alpha))), how);
}

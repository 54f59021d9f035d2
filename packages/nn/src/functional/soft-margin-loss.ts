import type { Known } from '@internal/arguments';
import { mul, neg, type Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { type LossOptions, type LossValues, matchTarget, reduceLoss, reductionOf } from '../losses/loss.js';
import { logSigmoid } from './log-sigmoid.js';

/** @internal {@link softMarginLoss} with the name that errors give. */
export function softMarginNamed(name: string, input: LossValues, target: LossValues, options: LossOptions): Tensor {
  const reduction = reductionOf(name, options);
  const [x, t] = matchTarget(name, input, target);
  return reduceLoss(neg(logSigmoid(mul(t, x))), reduction);
}

const known: Known<LossOptions> = { reduction: 1 };

/**
 * `log(1 + exp(-target * input))` for targets -1 and 1, without overflow; `torch.nn.functional.soft_margin_loss`.
 *
 * @param input - any shape.
 * @param target - the same shape.
 * @returns a scalar, or for `reduction: 'none'` the shape of the input.
 * @throws `ShapeError` when the shapes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.softMarginLoss(tensor([0, 2]), tensor([1, -1])))); // => tensor(1.4100)
 * ```
 */
export function softMarginLoss(input: LossValues, target: LossValues, options: LossOptions = {}): Tensor {
  checkNames('softMarginLoss', options, known);
  return softMarginNamed('softMarginLoss', input, target, options);
}

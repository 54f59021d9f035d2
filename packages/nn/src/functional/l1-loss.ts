import type { Known } from '@internal/arguments';
import { abs, sub, type Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { type LossOptions, type LossValues, matchTarget, reduceLoss, reductionOf } from '../losses/loss.js';

/** @internal {@link l1Loss} with the name that errors give. */
export function l1Named(name: string, input: LossValues, target: LossValues, options: LossOptions): Tensor {
  const reduction = reductionOf(name, options);
  const [x, t] = matchTarget(name, input, target);
  return reduceLoss(abs(sub(x, t)), reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<LossOptions> = { reduction: 1 };

/**
 * The absolute difference of input and target; `torch.nn.functional.l1_loss`.
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
 * console.log(String(F.l1Loss(tensor([1, 2]), tensor([1, 5])))); // => tensor(1.5000)
 * ```
 */
export function l1Loss(input: LossValues, target: LossValues, options: LossOptions = {}): Tensor {
  checkNames('l1Loss', options, known);
  return l1Named('l1Loss', input, target, options);
}

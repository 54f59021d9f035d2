import type { Known } from '@internal/arguments';
import { mul, sub, type Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { defineLoss, type LossOptions, type LossValues, matchTarget, reductionOf } from '../losses/loss.js';

const mse = defineLoss(
  'mseLoss',
  'mse',
  (x, t) => {
    const difference = sub(x, t);
    return mul(difference, difference);
  },
  [({ a: x, b: t }) => mul(sub(x, t), 2), ({ a: x, b: t }) => mul(sub(x, t), -2)],
);

/** @internal {@link mseLoss} with the name that errors give. */
export function mseNamed(name: string, input: LossValues, target: LossValues, options: LossOptions): Tensor {
  const reduction = reductionOf(name, options);
  const [x, t] = matchTarget(name, input, target);
  return mse(x, t, reduction);
}

const known: Known<LossOptions> = { reduction: 1 };

/**
 * The squared difference of input and target; `torch.nn.functional.mse_loss`, without its broadcasting.
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
 * console.log(F.mseLoss(tensor([1, 2]), tensor([1, 5])).item()); // => 4.5
 * ```
 */
export function mseLoss(input: LossValues, target: LossValues, options: LossOptions = {}): Tensor {
  checkNames('mseLoss', options, known);
  return mseNamed('mseLoss', input, target, options);
}

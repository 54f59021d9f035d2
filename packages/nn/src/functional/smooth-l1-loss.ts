import { type Known, wrong } from '@internal/arguments';
import { abs, lt, mul, sub, type Tensor, where } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { type LossOptions, type LossValues, matchTarget, reduceLoss, reductionOf } from '../losses/loss.js';

/** Throws where `beta` is out of range. */
export function checkBeta(name: string, beta: number): void {
  if (!(beta >= 0)) wrong(RangeError, name, 'beta', 'at least 0', beta);
}

/** What {@link smoothL1Loss} may be told. */
export interface SmoothL1LossOptions extends LossOptions {
  /** The difference at which the square turns into a line; default 1; 0 gives the L1 loss. */
  beta?: number;
}

/** @internal {@link smoothL1Loss} with the name that errors give. */
export function smoothL1Named(
  name: string,
  input: LossValues,
  target: LossValues,
  options: SmoothL1LossOptions,
): Tensor {
  const { beta = 1 } = options;
  const reduction = reductionOf(name, options);
  checkBeta(name, beta);
  const [x, t] = matchTarget(name, input, target);
  const difference = sub(x, t);
  const size = abs(difference);
  if (beta === 0) return reduceLoss(size, reduction);
  const near = lt(size, beta);
  // The square of what is far could overflow, and its gradient be infinity times 0.
  const small = where(near, difference, 0);
  const square = mul(mul(small, small), 0.5 / beta);
  return reduceLoss(where(near, square, sub(size, beta / 2)), reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<SmoothL1LossOptions> = { beta: 'number', reduction: 1 };

/**
 * Half the squared difference divided by `beta` where the difference is below `beta`, elsewhere its size less
 * `beta / 2`: Girshick (2015); `torch.nn.functional.smooth_l1_loss`.
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
 * console.log(String(F.smoothL1Loss(tensor([1, 2]), tensor([1, 5])))); // => tensor(1.2500)
 * ```
 */
export function smoothL1Loss(input: LossValues, target: LossValues, options: SmoothL1LossOptions = {}): Tensor {
  checkNames('smoothL1Loss', options, known);
  return smoothL1Named('smoothL1Loss', input, target, options);
}

import { type Known, wrong } from '@internal/arguments';
import { abs, le, mul, sub, type Tensor, where } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { type LossOptions, type LossValues, matchTarget, reduceLoss, reductionOf } from '../losses/loss.js';

/** Throws where `delta` is out of range. */
export function checkDelta(name: string, delta: number): void {
  if (!(delta > 0)) wrong(RangeError, name, 'delta', 'above 0', delta);
}

/** What {@link huberLoss} may be told. */
export interface HuberLossOptions extends LossOptions {
  /** The difference at which the square turns into a line, above 0; default 1. */
  delta?: number;
}

/** @internal {@link huberLoss} with the name that errors give. */
export function huberNamed(name: string, input: LossValues, target: LossValues, options: HuberLossOptions): Tensor {
  const { delta = 1 } = options;
  const reduction = reductionOf(name, options);
  checkDelta(name, delta);
  const [x, t] = matchTarget(name, input, target);
  const difference = sub(x, t);
  const size = abs(difference);
  const near = le(size, delta);
  // The square of what is far could overflow, and its gradient be infinity times 0.
  const small = where(near, difference, 0);
  const square = mul(mul(small, small), 0.5);
  return reduceLoss(where(near, square, mul(sub(size, delta / 2), delta)), reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<HuberLossOptions> = { delta: 'number', reduction: 1 };

/**
 * Half the squared difference where it is at most `delta`, elsewhere `delta` times its size less `delta / 2`:
 * Huber (1964); `torch.nn.functional.huber_loss`.
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
 * console.log(String(F.huberLoss(tensor([1, 2]), tensor([1, 5])))); // => tensor(1.2500)
 * ```
 */
export function huberLoss(input: LossValues, target: LossValues, options: HuberLossOptions = {}): Tensor {
  checkNames('huberLoss', options, known);
  return huberNamed('huberLoss', input, target, options);
}

import type { Known } from '@internal/arguments';
import { add, clamp, ne, sub, type Tensor, where } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { type LossOptions, type LossValues, matchTarget, reduceLoss, reductionOf } from '../losses/loss.js';

/** What {@link hingeEmbeddingLoss} may be told. */
export interface HingeEmbeddingLossOptions extends LossOptions {
  /** The distance from which on unlike pairs cost nothing; default 1. */
  margin?: number;
}

/** @internal {@link hingeEmbeddingLoss} with the name that errors give. */
export function hingeEmbeddingNamed(
  name: string,
  input: LossValues,
  target: LossValues,
  options: HingeEmbeddingLossOptions,
): Tensor {
  const { margin = 1 } = options;
  const reduction = reductionOf(name, options);
  const [x, t] = matchTarget(name, input, target);
  const apart = where(ne(t, 1), clamp(sub(margin, x), 0), 0);
  return reduceLoss(add(apart, where(ne(t, -1), x, 0)), reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<HingeEmbeddingLossOptions> = { margin: 'number', reduction: 1 };

/**
 * Of distances: themselves where the target is 1, and `max(0, margin - x)` where it is -1;
 * `torch.nn.functional.hinge_embedding_loss`.
 *
 * @param input - any shape.
 * @param target - 1 and -1, the same shape.
 * @returns a scalar, or for `reduction: 'none'` the shape of the input.
 * @throws `ShapeError` when the shapes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.hingeEmbeddingLoss(tensor([0.5, 0.25]), tensor([1, -1])))); // => tensor(0.6250)
 * ```
 */
export function hingeEmbeddingLoss(
  input: LossValues,
  target: LossValues,
  options: HingeEmbeddingLossOptions = {},
): Tensor {
  checkNames('hingeEmbeddingLoss', options, known);
  return hingeEmbeddingNamed('hingeEmbeddingLoss', input, target, options);
}

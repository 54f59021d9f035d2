import type { Known } from '@internal/arguments';
import { add, clamp, minimum, ShapeError, sub, type Tensor } from '@kindling/tensor-core';
import { formatShape } from '@kindling/tensor-core/internal';
import { checkNames, checkTensor } from '../checks.js';
import { type LossOptions, reduceLoss, reductionOf } from '../losses/loss.js';
import { pairwiseDistance } from './pairwise-distance.js';

/** What {@link tripletMarginLoss} may be told. */
export interface TripletMarginLossOptions extends LossOptions {
  /** By how much the negative is to be farther away; default 1. */
  margin?: number;
  /** The norm of differences; default 2. */
  p?: number;
  /** Added to differences, so that no distance is 0; default 1e-6. */
  eps?: number;
  /** Whether the distance of positive and negative counts where it is the smaller one; default false. */
  swap?: boolean;
}

/** @internal {@link tripletMarginLoss} with the name that errors give. */
export function tripletMarginNamed(
  name: string,
  anchor: Tensor,
  positive: Tensor,
  negative: Tensor,
  options: TripletMarginLossOptions,
): Tensor {
  checkTensor(name, anchor, 'anchor');
  checkTensor(name, positive, 'positive');
  checkTensor(name, negative, 'negative');
  const { margin = 1, p = 2, eps = 1e-6, swap = false } = options;
  const reduction = reductionOf(name, options);
  if (anchor.ndim !== positive.ndim || anchor.ndim !== negative.ndim) {
    throw new ShapeError(
      `${name}: the anchor is ${formatShape(anchor.shape)}, positive and negative ${formatShape(positive.shape)} and ${formatShape(negative.shape)}`,
    );
  }
  const distance = (a: Tensor, b: Tensor): Tensor => pairwiseDistance(a, b, { p, eps });
  const near = distance(anchor, positive);
  const away = distance(anchor, negative);
  const far = swap ? minimum(away, distance(positive, negative)) : away;
  return reduceLoss(clamp(sub(add(near, margin), far), 0), reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<TripletMarginLossOptions> = {
  margin: 'number',
  p: 'number',
  eps: 'number',
  swap: 'boolean',
  reduction: 1,
};

/**
 * `max(0, margin + d(anchor, positive) - d(anchor, negative))`, with distances along the last dimension;
 * `torch.nn.functional.triplet_margin_loss`.
 *
 * @param anchor - [n, d], or [d].
 * @param positive - the same shape: alike.
 * @param negative - the same shape: unlike.
 * @returns a scalar, or for `reduction: 'none'` [n].
 * @throws `ShapeError` when the shapes do not broadcast, or the numbers of dimensions differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const [a, b, c] = [tensor([[0, 0]]), tensor([[3, 4]]), tensor([[0, 1]])];
 * console.log(String(F.tripletMarginLoss(a, b, c))); // => tensor(5.0000)
 * ```
 */
export function tripletMarginLoss(
  anchor: Tensor,
  positive: Tensor,
  negative: Tensor,
  options: TripletMarginLossOptions = {},
): Tensor {
  checkNames('tripletMarginLoss', options, known);
  return tripletMarginNamed('tripletMarginLoss', anchor, positive, negative, options);
}

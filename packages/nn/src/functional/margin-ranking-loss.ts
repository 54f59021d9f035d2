import type { Known } from '@internal/arguments';
import { add, clamp, mul, neg, ShapeError, sub, type Tensor } from '@kindling/tensor-core';
import { formatShape } from '@kindling/tensor-core/internal';
import { checkNames, checkTensor } from '../checks.js';
import { type LossOptions, type LossValues, lossTensor, reduceLoss, reductionOf } from '../losses/loss.js';

/** What {@link marginRankingLoss} may be told. */
export interface MarginRankingLossOptions extends LossOptions {
  /** By how much the one is to be ahead; default 0. */
  margin?: number;
}

/** @internal {@link marginRankingLoss} with the name that errors give. */
export function marginRankingNamed(
  name: string,
  input1: Tensor,
  input2: Tensor,
  target: LossValues,
  options: MarginRankingLossOptions,
): Tensor {
  checkTensor(name, input1, 'input1');
  checkTensor(name, input2, 'input2');
  const t = lossTensor(name, 'target', target, input1);
  const { margin = 0 } = options;
  const reduction = reductionOf(name, options);
  if (input1.ndim !== input2.ndim || input1.ndim !== t.ndim) {
    throw new ShapeError(
      `${name}: the inputs are ${formatShape(input1.shape)} and ${formatShape(input2.shape)}, the target ${formatShape(t.shape)}`,
    );
  }
  return reduceLoss(clamp(add(mul(neg(t), sub(input1, input2)), margin), 0), reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<MarginRankingLossOptions> = { margin: 'number', reduction: 1 };

/**
 * `max(0, margin - target * (input1 - input2))`: the first is to be larger where the target is 1, the second where it is -1;
 * `torch.nn.functional.margin_ranking_loss`.
 *
 * @param input1 - any shape.
 * @param input2 - a shape that broadcasts with it.
 * @param target - 1 and -1, the same.
 * @returns a scalar, or for `reduction: 'none'` the shape of the inputs.
 * @throws `ShapeError` when the shapes do not broadcast, or the numbers of dimensions differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.marginRankingLoss(tensor([1, 2]), tensor([3, 1]), tensor([1, 1])))); // => tensor(1.)
 * ```
 */
export function marginRankingLoss(
  input1: Tensor,
  input2: Tensor,
  target: LossValues,
  options: MarginRankingLossOptions = {},
): Tensor {
  checkNames('marginRankingLoss', options, known);
  return marginRankingNamed('marginRankingLoss', input1, input2, target, options);
}

import { type Known, wrong } from '@internal/arguments';
import {
  add,
  clamp,
  div,
  eq,
  gather,
  mul,
  oneHot,
  sub,
  sum,
  type Tensor,
  unsqueeze,
  where,
} from '@kindling/tensor-core';
import { wrongShape } from '@kindling/tensor-core/internal';
import { checkNames } from '../checks.js';
import { type LossOptions, type LossValues, lossTensor, reduceLoss, reductionOf } from '../losses/loss.js';
import { chooseClasses } from './nll-loss.js';

/** What {@link multiMarginLoss} may be told. */
export interface MultiMarginLossOptions extends LossOptions {
  /** To which power what is missing is taken, 1 (default) or 2. */
  p?: number;
  /** By how much the right class is to be ahead; default 1. */
  margin?: number;
  /** A factor for the loss of each class, [classes]. */
  weight?: Tensor | null;
}

/** @internal {@link multiMarginLoss} with the name that errors give. */
export function multiMarginNamed(
  name: string,
  input: LossValues,
  target: LossValues,
  options: MultiMarginLossOptions,
): Tensor {
  const x = lossTensor(name, 'the input', input, target);
  const { p = 1, margin = 1, weight = null } = options;
  const reduction = reductionOf(name, options);
  if (p !== 1 && p !== 2) wrong(RangeError, name, 'p', '1 or 2', p);
  if (x.ndim > 2) wrongShape(name, 'the input', '[batch, classes] or [classes]', x);
  const { dim, target: own, weights } = chooseClasses(name, x, target, weight, Number.NaN);
  const classes = x.shape[dim]!;
  const index = unsqueeze(own, dim);
  const missing = clamp(add(sub(margin, gather(x, dim, index)), x), 0);
  const powers = p === 1 ? missing : mul(missing, missing);
  const counted = where(eq(oneHot(own, classes), 1), 0, powers);
  const losses = div(sum(counted, dim), classes);
  return reduceLoss(weights === null ? losses : mul(losses, weights), reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<MultiMarginLossOptions> = { p: 'number', margin: 'number', weight: 1, reduction: 1 };

/**
 * The mean over the classes of `max(0, margin - x[target] + x[i]) ** p`, but for the target itself;
 * `torch.nn.functional.multi_margin_loss`.
 *
 * @param input - scores, [batch, classes] or [classes].
 * @param target - int32 classes from 0, [batch] or a scalar.
 * @returns a scalar, or for `reduction: 'none'` the shape of the target.
 * @throws `ShapeError` when the shapes do not fit or a target is no class (where it can be read without waiting); `DTypeError` when
 * the target is not int32; `RangeError` for another power.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.multiMarginLoss(tensor([[1, 2, 0]]), tensor([0], { dtype: 'int32' })))); // => tensor(0.6667)
 * ```
 */
export function multiMarginLoss(input: LossValues, target: LossValues, options: MultiMarginLossOptions = {}): Tensor {
  checkNames('multiMarginLoss', options, known);
  return multiMarginNamed('multiMarginLoss', input, target, options);
}

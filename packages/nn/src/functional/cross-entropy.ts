import type { Known } from '@internal/arguments';
import { add, isFloating, logSoftmax, mul, neg, ShapeError, sum, Tensor, where } from '@kindling/tensor-core';
import { sameShape } from '@kindling/tensor-core/internal';
import { checkNames, checkPart, checkWeights } from '../checks.js';
import { type LossValues, lossTensor, matchTarget, reduceLoss, reductionOf } from '../losses/loss.js';
import { alongDim } from './along-dim.js';
import { chooseClasses, type NLLLossOptions, pickNegative, reduceWeighted } from './nll-loss.js';

/** What {@link crossEntropy} may be told. */
export interface CrossEntropyOptions extends NLLLossOptions {
  /** How much of each target is spread evenly over all classes, from 0 to 1; default 0. */
  labelSmoothing?: number;
}

/** The negative sum over the classes, weighted where there are weights. */
function sumClasses(values: Tensor, weight: Tensor | null, dim: number): Tensor {
  return neg(sum(weight === null ? values : mul(values, alongDim(weight, values, dim)), dim));
}

/** @internal {@link crossEntropy} with the name that errors give. */
export function crossEntropyNamed(
  name: string,
  input: LossValues,
  target: LossValues,
  options: CrossEntropyOptions,
): Tensor {
  const x = lossTensor(name, 'the input', input, target);
  const { weight = null, ignoreIndex = -100, labelSmoothing = 0 } = options;
  const reduction = reductionOf(name, options);
  checkPart(name, 'labelSmoothing', labelSmoothing);
  const dim = x.ndim > 1 ? 1 : 0;
  const classes = x.shape[dim];
  if (classes === undefined)
    throw new ShapeError(`${name}: the input must be [batch, classes, ...] or [classes], not []`);

  const given = target instanceof Tensor ? target : lossTensor(name, 'the target', target, x);
  if (isFloating(given.dtype) && sameShape(x.shape, given.shape)) {
    checkWeights(name, [classes], { weight });
    const [, t] = matchTarget(name, x, given);
    const smooth = labelSmoothing === 0 ? t : add(mul(t, 1 - labelSmoothing), labelSmoothing / classes);
    return reduceLoss(sumClasses(mul(logSoftmax(x, dim), smooth), weight, dim), reduction);
  }

  const chosen = chooseClasses(name, x, target, weight, ignoreIndex);
  const logs = logSoftmax(x, dim);
  const losses = pickNegative(logs, chosen);
  if (labelSmoothing === 0) return reduceWeighted(losses, chosen, reduction);
  const all = sumClasses(logs, weight, dim);
  const even = mul(chosen.ignored === null ? all : where(chosen.ignored, 0, all), labelSmoothing / classes);
  return reduceWeighted(add(mul(losses, 1 - labelSmoothing), even), chosen, reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<CrossEntropyOptions> = {
  labelSmoothing: 1,
  weight: 1,
  ignoreIndex: 'number',
  reduction: 1,
};

/**
 * The cross entropy of logits and classes, or probabilities of classes; `torch.nn.functional.cross_entropy`.
 *
 * @param input - logits, [batch, classes, ...] or [classes].
 * @param target - classes from 0, int32 where it is a tensor, [batch, ...] or a scalar; or probabilities, of the shape of the input.
 * @returns a scalar, or for `reduction: 'none'` the shape of the input without its classes.
 * @throws `ShapeError` when the shapes do not fit or a target is no class (where it can be read without waiting);
 * `DTypeError` when classes are not int32.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const classes = tensor([1, 0], { dtype: 'int32' });
 * console.log(String(F.crossEntropy(tensor([[0, 1], [2, 0]]), classes))); // => tensor(0.2201)
 * ```
 */
export function crossEntropy(input: LossValues, target: LossValues, options: CrossEntropyOptions = {}): Tensor {
  checkNames('crossEntropy', options, known);
  return crossEntropyNamed('crossEntropy', input, target, options);
}

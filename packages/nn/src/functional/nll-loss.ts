import type { Known } from '@internal/arguments';
import {
  DTypeError,
  div,
  eq,
  gather,
  indexSelect,
  mul,
  neg,
  reshape,
  ShapeError,
  squeeze,
  sum,
  Tensor,
  tensor,
  unsqueeze,
  where,
} from '@kindling/tensor-core';
import { formatShape, sameShape } from '@kindling/tensor-core/internal';
import { checkNames, checkWeights } from '../checks.js';
import {
  type LossOptions,
  type LossValues,
  lossTensor,
  type Reduction,
  reduceLoss,
  reductionOf,
} from '../losses/loss.js';

/** What {@link nllLoss} may be told. */
export interface NLLLossOptions extends LossOptions {
  /** A factor for the loss of each class, [classes]; the mean is then weighted. */
  weight?: Tensor | null;
  /** The target that counts for nothing; default -100. */
  ignoreIndex?: number;
}

/** Class targets, checked against the values of the classes. */
export interface Chosen {
  /** The dimension of the classes. */
  readonly dim: number;
  /** The target with 0 where it is ignored. */
  readonly target: Tensor;
  /** Where the target is ignored; `null` where it is known that none is. */
  readonly ignored: Tensor | null;
  /** How much each target counts: the weight of its class, 0 where it is ignored; `null` where all count 1. */
  readonly weights: Tensor | null;
}

/** Classes that were given as numbers, on the backend of the input. */
function classesOf(name: string, values: LossValues, { backend }: Tensor): Tensor {
  const t = lossTensor(name, 'the target', values);
  for (const value of t.dataSync()) {
    if (!Number.isInteger(value)) throw new DTypeError(`${name}: classes must be whole numbers, found ${value}`);
  }
  return tensor(t.dataSync(), { dtype: 'int32', backend }).reshape(t.shape);
}

/** Checks class targets: int32, of the shape of the input without its classes, each a class or ignored. */
export function chooseClasses(
  name: string,
  input: Tensor,
  given: LossValues,
  weight: Tensor | null,
  ignoreIndex: number,
): Chosen {
  const target = given instanceof Tensor ? given : classesOf(name, given, input);
  const dim = input.ndim > 1 ? 1 : 0;
  const classes = input.shape[dim];
  const rest = input.shape.filter((_, i) => i !== dim);
  if (classes === undefined || !sameShape(rest, target.shape)) {
    throw new ShapeError(
      `${name}: target is ${formatShape(target.shape)}, input ${formatShape(input.shape)}: one class for each of ${formatShape(rest)}`,
    );
  }
  if (target.dtype !== 'int32') {
    throw new DTypeError(`${name}: classes must be int32, not ${target.dtype}; convert with int()`);
  }
  checkWeights(name, [classes], { weight });
  const values = target.backend.readSync?.(target);
  let all = values !== undefined;
  for (let i = 0; i < (values?.length ?? 0); i++) {
    const value = values![i]!;
    if (value === ignoreIndex) all = false;
    else if (!(value >= 0 && value < classes)) {
      throw new ShapeError(`${name}: target ${value} is none of the ${classes} classes (0 to ${classes - 1})`);
    }
  }
  if (all && weight === null) return { dim, target, ignored: null, weights: null };
  const ignored = eq(target, ignoreIndex);
  const known = where(ignored, 0, target);
  const own =
    weight === null
      ? where(ignored, 0, 1).to(input.dtype)
      : where(ignored, 0, reshape(indexSelect(weight, 0, reshape(known, [known.numel()])), known.shape));
  return { dim, target: known, ignored, weights: own };
}

/** Reduces the losses of the targets, which are weighted already. */
export function reduceWeighted(losses: Tensor, { weights }: Chosen, reduction: Reduction): Tensor {
  return reduction === 'mean' && weights !== null ? div(sum(losses), sum(weights)) : reduceLoss(losses, reduction);
}

/** The weighted negative values of the chosen classes. */
export function pickNegative(input: Tensor, { dim, target, ignored, weights }: Chosen): Tensor {
  const losses = neg(squeeze(gather(input, dim, unsqueeze(target, dim)), dim));
  return ignored === null ? losses : where(ignored, 0, mul(losses, weights!));
}

/** @internal {@link nllLoss} with the name that errors give. */
export function nllNamed(name: string, input: LossValues, target: LossValues, options: NLLLossOptions): Tensor {
  const x = lossTensor(name, 'the input', input, target);
  const { weight = null, ignoreIndex = -100 } = options;
  const reduction = reductionOf(name, options);
  const chosen = chooseClasses(name, x, target, weight, ignoreIndex);
  return reduceWeighted(pickNegative(x, chosen), chosen, reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<NLLLossOptions> = { weight: 1, ignoreIndex: 'number', reduction: 1 };

/**
 * The negative log-likelihood of classes; `torch.nn.functional.nll_loss`.
 *
 * @param input - logarithms of probabilities, [batch, classes, ...] or [classes].
 * @param target - int32 classes from 0, [batch, ...] or a scalar.
 * @returns a scalar, or for `reduction: 'none'` the shape of the target.
 * @throws `ShapeError` when the shapes do not fit or a target is no class (where it can be read without waiting);
 * `DTypeError` when the target is not int32.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const logs = tensor([[0.25, 0.75], [0.5, 0.5]]).log();
 * console.log(String(F.nllLoss(logs, tensor([1, 0], { dtype: 'int32' })))); // => tensor(0.4904)
 * ```
 */
export function nllLoss(input: LossValues, target: LossValues, options: NLLLossOptions = {}): Tensor {
  checkNames('nllLoss', options, known);
  return nllNamed('nllLoss', input, target, options);
}

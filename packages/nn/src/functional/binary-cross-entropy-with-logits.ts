import type { Known } from '@internal/arguments';
import { add, mul, neg, relu, sigmoid, sub, type Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import {
  checkProbable,
  defineLoss,
  type LossOptions,
  type LossValues,
  matchTarget,
  type Reduction,
  reduceLoss,
  reductionOf,
  weightFor,
} from '../losses/loss.js';
import { logSigmoid, tail } from './log-sigmoid.js';

/** What {@link binaryCrossEntropyWithLogits} may be told. */
export interface BinaryCrossEntropyWithLogitsOptions extends LossOptions {
  /** A factor for the loss of each element; its shape broadcasts to that of the input. */
  weight?: Tensor | null;
  /** A factor for the loss of positive targets, as to balance classes; its shape broadcasts to that of the input. */
  posWeight?: Tensor | null;
}

const plain = defineLoss(
  'binaryCrossEntropyWithLogits',
  'bceWithLogits',
  // In PyTorch's order, which says what infinite logits give.
  (x, t) => add(add(mul(sub(1, t), x), relu(neg(x))), tail(x)),
  [({ a: x, b: t }) => sub(sigmoid(x), t), ({ a: x }) => neg(x)],
);

/** The loss of each element, where positive targets count `posWeight` times. */
function withPositives(x: Tensor, t: Tensor, posWeight: Tensor): Tensor {
  const factor = add(mul(sub(posWeight.expand(x.shape), 1), t), 1);
  return sub(mul(sub(1, t), x), mul(factor, logSigmoid(x)));
}

/** @internal {@link binaryCrossEntropyWithLogits} with the name that errors give. */
export function bceWithLogitsNamed(
  name: string,
  input: LossValues,
  target: LossValues,
  options: BinaryCrossEntropyWithLogitsOptions,
): Tensor {
  const { weight = null, posWeight = null } = options;
  const reduction = reductionOf(name, options);
  const [x, t] = matchTarget(name, input, target);
  checkProbable(name, t);
  const positives = posWeight === null ? null : weightFor(name, 'posWeight', posWeight, x);
  const run = (how: Reduction): Tensor =>
    positives === null ? plain(x, t, how) : reduceLoss(withPositives(x, t, positives), how);
  if (weight === null) return run(reduction);
  return reduceLoss(mul(run('none'), weightFor(name, 'the weight', weight, x)), reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<BinaryCrossEntropyWithLogitsOptions> = { weight: 1, posWeight: 1, reduction: 1 };

/**
 * How far logits are from targets: the binary cross entropy of `sigmoid(input)`, which large logits do not make
 * overflow; `torch.nn.functional.binary_cross_entropy_with_logits`.
 *
 * @param input - logits (log-odds), any shape.
 * @param target - the same shape, from 0 to 1.
 * @returns a scalar, or for `reduction: 'none'` the shape of the input.
 * @throws `ShapeError` when the shapes differ; `ArgumentError` for a target outside 0 to 1, where it can be read without
 * waiting.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const loss = F.binaryCrossEntropyWithLogits(tensor([-1000, 2]), tensor([1, 1]), { reduction: 'sum' });
 * console.log(loss.item().toFixed(3)); // => 1000.127
 * ```
 */
export function binaryCrossEntropyWithLogits(
  input: LossValues,
  target: LossValues,
  options: BinaryCrossEntropyWithLogitsOptions = {},
): Tensor {
  checkNames('binaryCrossEntropyWithLogits', options, known);
  return bceWithLogitsNamed('binaryCrossEntropyWithLogits', input, target, options);
}

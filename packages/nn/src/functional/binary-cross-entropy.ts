import type { Known } from '@internal/arguments';
import { ArgumentError, div, log, log1p, maximum, mul, neg, sub, sum, type Tensor } from '@kindling/tensor-core';
import { operationOf } from '@kindling/tensor-core/internal';
import { checkNames } from '../checks.js';
import {
  checkProbable,
  defineLoss,
  type LossOptions,
  type LossValues,
  matchTarget,
  reduceLoss,
  reductionOf,
  weightFor,
} from '../losses/loss.js';

/** What {@link binaryCrossEntropy} may be told. */
export interface BinaryCrossEntropyOptions extends LossOptions {
  /** A factor for the loss of each element; its shape broadcasts to that of the input. */
  weight?: Tensor | null;
}

/** Logarithms of probabilities, at least -100 as in PyTorch, so that no loss is infinite. */
const logOf = (p: Tensor): Tensor => maximum(log(p), -100);
const logOfRest = (p: Tensor): Tensor => maximum(log1p(neg(p)), -100);

/** The least denominator of the derivative; PyTorch keeps it in float32. */
const EPSILON = /* @__PURE__ */ Math.fround(1e-12);

const bce = defineLoss('binaryCrossEntropy', 'bce', (x, t) => sub(mul(sub(t, 1), logOfRest(x)), mul(t, logOf(x))), [
  ({ a: x, b: t }) => div(sub(x, t), maximum(mul(sub(1, x), x), EPSILON)),
  ({ a: x }) => sub(log1p(neg(x)), log(x)),
]);

/** Operations whose results lie between 0 and 1 whatever their inputs, so that nobody needs to look. */
const bounded: ReadonlySet<string> = new Set(['sigmoid', 'softmax']);

/**
 * Throws where the input holds something that is no probability, where it can be read without waiting. That makes the
 * loss NaN, so the input itself is read only then.
 */
function checkProbabilities(name: string, x: Tensor, loss: Tensor): void {
  if (bounded.has(operationOf(x) ?? '')) return;
  const total = x.backend.readSync?.(loss.ndim === 0 ? loss : sum(loss.detach()));
  if (!Number.isNaN(total?.[0])) return;
  const values = x.backend.readSync?.(x);
  if (values === undefined) return;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= 0 && value <= 1)) {
      throw new ArgumentError(`${name}: the input must lie between 0 and 1, found ${value}`);
    }
  }
}

/** @internal {@link binaryCrossEntropy} with the name that errors give. */
export function bceNamed(
  name: string,
  input: LossValues,
  target: LossValues,
  options: BinaryCrossEntropyOptions,
): Tensor {
  const { weight = null } = options;
  const reduction = reductionOf(name, options);
  const [x, t] = matchTarget(name, input, target);
  checkProbable(name, t);
  const loss = bce(x, t, weight === null ? reduction : 'none');
  checkProbabilities(name, x, loss);
  return weight === null ? loss : reduceLoss(mul(loss, weightFor(name, 'the weight', weight, x)), reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<BinaryCrossEntropyOptions> = { weight: 1, reduction: 1 };

/**
 * How far probabilities are from targets: `-(t * log(x) + (1 - t) * log(1 - x))`, logarithms at least -100;
 * `torch.nn.functional.binary_cross_entropy`.
 *
 * @param input - probabilities from 0 to 1, any shape.
 * @param target - the same shape, from 0 to 1.
 * @returns a scalar, or for `reduction: 'none'` the shape of the input.
 * @throws `ShapeError` when the shapes differ; `ArgumentError` for an input or a target outside 0 to 1, where it can be
 * read without waiting.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.binaryCrossEntropy(tensor([0.5, 0.9]), tensor([0, 1])))); // => tensor(0.3993)
 * ```
 */
export function binaryCrossEntropy(
  input: LossValues,
  target: LossValues,
  options: BinaryCrossEntropyOptions = {},
): Tensor {
  checkNames('binaryCrossEntropy', options, known);
  return bceNamed('binaryCrossEntropy', input, target, options);
}

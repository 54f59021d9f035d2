import type { Known } from '@internal/arguments';
import { add, clamp, div, eq, mul, ShapeError, sqrt, sub, sum, type Tensor, where } from '@kindling/tensor-core';
import { formatShape, sameShape } from '@kindling/tensor-core/internal';
import { checkNames, checkTensor } from '../checks.js';
import { type LossOptions, type LossValues, lossTensor, reduceLoss, reductionOf } from '../losses/loss.js';

/** What {@link cosineEmbeddingLoss} may be told. */
export interface CosineEmbeddingLossOptions extends LossOptions {
  /** The cosine up to which unlike pairs cost nothing; default 0. */
  margin?: number;
}

/** Added to squared lengths, so that none is 0. */
const TINY = 1e-12;

/** @internal {@link cosineEmbeddingLoss} with the name that errors give. */
export function cosineEmbeddingNamed(
  name: string,
  input1: Tensor,
  input2: Tensor,
  target: LossValues,
  options: CosineEmbeddingLossOptions,
): Tensor {
  checkTensor(name, input1, 'input1');
  checkTensor(name, input2, 'input2');
  const t = lossTensor(name, 'target', target, input1);
  const { margin = 0 } = options;
  const reduction = reductionOf(name, options);
  const right = input1.ndim === t.ndim + 1 && t.ndim <= 1;
  if (!right || !sameShape(input1.shape, input2.shape) || !sameShape(input1.shape.slice(0, -1), t.shape)) {
    throw new ShapeError(
      `${name}: the inputs are ${formatShape(input1.shape)} and ${formatShape(input2.shape)}, the target ${formatShape(t.shape)}`,
    );
  }
  const product = (a: Tensor, b: Tensor): Tensor => sum(mul(a, b), -1);
  const lengths = sqrt(mul(add(product(input1, input1), TINY), add(product(input2, input2), TINY)));
  const cosine = div(product(input1, input2), lengths);
  const like = where(eq(t, 1), sub(1, cosine), 0);
  return reduceLoss(add(like, where(eq(t, -1), clamp(sub(cosine, margin), 0), 0)), reduction);
}

/** @internal The names of the options and their kinds, for the layer too. */
export const known: Known<CosineEmbeddingLossOptions> = { margin: 'number', reduction: 1 };

/**
 * With the cosine of the angle between two vectors: `1 - cos` where the target is 1, `max(0, cos - margin)` where it is -1;
 * `torch.nn.functional.cosine_embedding_loss`.
 *
 * @param input1 - [n, d], or [d].
 * @param input2 - the same shape.
 * @param target - 1 and -1, [n] or a scalar.
 * @returns a scalar, or for `reduction: 'none'` the shape of the target.
 * @throws `ShapeError` when the shapes do not fit.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const [a, b] = [tensor([[1, 0], [1, 0]]), tensor([[0, 1], [1, 0]])];
 * console.log(String(F.cosineEmbeddingLoss(a, b, tensor([1, -1])))); // => tensor(1.)
 * ```
 */
export function cosineEmbeddingLoss(
  input1: Tensor,
  input2: Tensor,
  target: LossValues,
  options: CosineEmbeddingLossOptions = {},
): Tensor {
  checkNames('cosineEmbeddingLoss', options, known);
  return cosineEmbeddingNamed('cosineEmbeddingLoss', input1, input2, target, options);
}

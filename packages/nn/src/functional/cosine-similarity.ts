import { type Known, wrong } from '@internal/arguments';
import {
  ArgumentError,
  add,
  broadcastShapes,
  clamp,
  expand,
  mul,
  noGrad,
  rsqrt,
  sub,
  sum,
  type Tensor,
} from '@kindling/tensor-core';
import { checkFloats, checkNames } from '../checks.js';

/** What {@link cosineSimilarity} may be told. */
export interface CosineSimilarityOptions {
  /** Along which dimension the vectors lie; default 1. */
  dim?: number;
  /** Lengths below it count as it; default 1e-8. */
  eps?: number;
}

const known: Known<CosineSimilarityOptions> = { dim: 'number', eps: 'number' };

/**
 * The cosine of the angle between two lists of vectors: `torch.nn.functional.cosine_similarity`.
 *
 * @param x1 - any shape.
 * @param x2 - a shape that broadcasts with it.
 * @returns the same without the dimension.
 * @throws `ShapeError` when the shapes do not broadcast, or there is no such dimension; `ArgumentError` when `eps` is not
 * above 0.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.cosineSimilarity(tensor([[1, 0]]), tensor([[1, 1]])))); // => tensor([0.7071])
 * ```
 */
export function cosineSimilarity(x1: Tensor, x2: Tensor, options: CosineSimilarityOptions = {}): Tensor {
  checkFloats('cosineSimilarity', x1);
  checkFloats('cosineSimilarity', x2);
  checkNames('cosineSimilarity', options, known);
  const { dim = 1, eps = 1e-8 } = options;
  if (!(eps > 0)) wrong(ArgumentError, 'cosineSimilarity', 'eps', 'above 0', eps);
  const unit = (x: Tensor): Tensor => {
    const squares = sum(mul(x, x), dim, { keepdim: true });
    // The bound has no part in the gradient, as in PyTorch 1.13.
    const missing = noGrad(() => sub(clamp(squares, eps * eps), squares));
    return mul(x, rsqrt(add(squares, missing)));
  };
  const shape = broadcastShapes('cosineSimilarity', x1.shape, x2.shape);
  return sum(mul(unit(expand(x1, shape)), unit(expand(x2, shape))), dim);
}

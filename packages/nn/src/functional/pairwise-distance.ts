import type { Known } from '@internal/arguments';
import { add, norm, sub, type Tensor } from '@kindling/tensor-core';
import { checkNames, checkTensor } from '../checks.js';

/** What {@link pairwiseDistance} may be told. */
export interface PairwiseDistanceOptions {
  /** The norm; default 2. */
  p?: number;
  /** Added to the differences, so that no distance is 0; default 1e-6. */
  eps?: number;
  /** Whether the last dimension stays, with size 1; default false. */
  keepdim?: boolean;
}

const known: Known<PairwiseDistanceOptions> = { p: 1, eps: 1, keepdim: 1 };

/**
 * The norm of the differences of two lists of vectors: `torch.nn.functional.pairwise_distance`.
 *
 * @param x1 - [..., d].
 * @param x2 - a shape that broadcasts with it.
 * @returns [...].
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.pairwiseDistance(tensor([[0, 0]]), tensor([[3, 4]])))); // => tensor([5.0000])
 * ```
 */
export function pairwiseDistance(x1: Tensor, x2: Tensor, options: PairwiseDistanceOptions = {}): Tensor {
  checkTensor('pairwiseDistance', x1, 'x1');
  checkTensor('pairwiseDistance', x2, 'x2');
  checkNames('pairwiseDistance', options, known);
  const { p = 2, eps = 1e-6, keepdim = false } = options;
  return norm(add(sub(x1, x2), eps), p, -1, { keepdim });
}

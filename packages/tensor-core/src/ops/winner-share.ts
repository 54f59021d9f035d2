import type { Tensor } from '../tensor.js';
import { cast } from './cast.js';
import { div } from './div.js';
import { runBinary, type TensorOrNumber } from './elementwise.js';
import { eq } from './eq.js';
import { isnan } from './isnan.js';
import { logicalOr } from './logical-or.js';
import { mul } from './mul.js';
import type { Dims } from './reduction.js';
import { sum } from './sum.js';
import { where } from './where.js';

/** @internal What `a` gets of the gradient of a choice: nothing where it is worse than `b`, half where they are equal. */
export function winnerShare(g: Tensor, worse: 'lt' | 'gt', a: TensorOrNumber, b: TensorOrNumber): Tensor {
  return where(runBinary(worse, a, b), 0, where(runBinary('eq', a, b), mul(g, 0.5), g));
}

/**
 * @internal The gradient of the elements among which `y`, the largest or smallest, was chosen: equal ones share it, as in
 * PyTorch, and NaN is equal to NaN.
 */
export function choiceShare(g: Tensor, x: Tensor, y: Tensor, dim?: Dims): Tensor {
  const chosen = cast(logicalOr(eq(x, y), isnan(x)), g.dtype);
  return mul(div(g, sum(chosen, dim, { keepdim: true })), chosen);
}

import type { Tensor } from '../tensor.js';
import { runBinary, type TensorOrNumber } from './elementwise.js';
import { mul } from './mul.js';
import { where } from './where.js';

/** @internal What `a` gets of the gradient of a choice: nothing where it is worse than `b`, half where they are equal. */
export function winnerShare(g: Tensor, worse: 'lt' | 'gt', a: TensorOrNumber, b: TensorOrNumber): Tensor {
  return where(runBinary(worse, a, b), 0, where(runBinary('eq', a, b), mul(g, 0.5), g));
}

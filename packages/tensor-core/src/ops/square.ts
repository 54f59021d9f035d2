import { requireTensor } from '../checks.js';
import type { Tensor } from '../tensor.js';
import { pow } from './pow.js';

/**
 * `x * x`, element by element.
 *
 * @example
 * ```ts
 * import { square, tensor } from '@kindling/tensor-core';
 * console.log(square(tensor([1, -3])).tolist()); // => [ 1, 9 ]
 * ```
 */
export function square(x: Tensor): Tensor {
  requireTensor('square', x);
  return pow(x, 2);
}

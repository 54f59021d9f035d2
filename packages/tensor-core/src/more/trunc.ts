import { requireTensor } from '../checks.js';
import { ceil } from '../ops/ceil.js';
import { floor } from '../ops/floor.js';
import { lt } from '../ops/lt.js';
import { where } from '../ops/where.js';
import type { Tensor } from '../tensor.js';

/**
 * The whole part, towards 0. Its gradient is 0.
 *
 * @param x - any shape; the result has the same.
 * @throws `DTypeError` for bool.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { trunc } from '@kindling/tensor-core/more';
 * console.log(trunc(tensor([1.7, -1.7])).tolist()); // => [ 1, -1 ]
 * ```
 */
export function trunc(x: Tensor): Tensor {
  requireTensor('trunc', x);
  return where(lt(x, 0), ceil(x), floor(x));
}

import { keepdimOf, requireTensor } from '../checks.js';
import type { Tensor } from '../tensor.js';
import { cast } from './cast.js';
import { type Dims, type KeepdimOptions, planReduction, reduce } from './reduction.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link all}. */
    all(dim?: Dims, options?: KeepdimOptions): Tensor;
  }
}

/**
 * Whether every element is not 0, over all elements or over some dimensions; true of nothing.
 *
 * @param x - any shape and dtype.
 * @returns bool.
 * @throws `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { all, tensor } from '@kindling/tensor-core';
 * console.log(String(all(tensor([true, false])))); // => tensor(False)
 * ```
 */
export function all(x: Tensor, dim?: Dims, options: KeepdimOptions = {}): Tensor {
  requireTensor('all', x);
  const input = cast(x, 'bool');
  // Over bytes of 0 and 1, the product is "all"; "any" is whether the sum of them as integers is not 0.
  return reduce('prod', input, planReduction('all', input, dim, keepdimOf('all', options)));
}

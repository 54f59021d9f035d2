import { keepdimOf, requireTensor } from '../checks.js';
import type { Tensor } from '../tensor.js';
import { cast } from './cast.js';
import { type Dims, type KeepdimOptions, planReduction, reduce } from './reduction.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link any}. */
    any(dim?: Dims, options?: KeepdimOptions): Tensor;
  }
}

/**
 * Whether some element is not 0, over all elements or over some dimensions; false of nothing.
 *
 * @param x - any shape and dtype.
 * @returns bool.
 * @throws `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { any, tensor } from '@kindling/tensor-core';
 * console.log(String(any(tensor([true, false])))); // => tensor(True)
 * ```
 */
export function any(x: Tensor, dim?: Dims, options: KeepdimOptions = {}): Tensor {
  requireTensor('any', x);
  // Over bytes of 0 and 1, the product is "all"; "any" is whether the sum of them as integers is not 0.
  const counts = cast(cast(x, 'bool'), 'int32');
  return cast(reduce('sum', counts, planReduction('any', counts, dim, keepdimOf('any', options))), 'bool');
}

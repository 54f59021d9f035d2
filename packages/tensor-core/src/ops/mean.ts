import { keepdimOf, requireTensor } from '../checks.js';
import { defineMethod } from '../define-op.js';
import { isFloating } from '../dtype.js';
import { DTypeError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { div } from './div.js';
import { type Dims, type KeepdimOptions, planReduction } from './reduction.js';
import { sum } from './sum.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link mean}. */
    mean(dim?: Dims, options?: KeepdimOptions): Tensor;
  }
}

/**
 * The mean over all elements, or over some dimensions; NaN of nothing.
 *
 * @param x - any shape, float32 or float64.
 * @throws `DTypeError` for int32 and bool, as PyTorch; `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { mean, tensor } from '@kindling/tensor-core';
 * console.log(String(mean(tensor([[1, 2], [3, 4]]), 1))); // => tensor([1.5000, 3.5000])
 * ```
 */
export function mean(x: Tensor, dim?: Dims, options: KeepdimOptions = {}): Tensor {
  requireTensor('mean', x);
  if (!isFloating(x.dtype))
    throw new DTypeError(`mean: the mean of ${x.dtype} has fractions; convert with float() first`);
  keepdimOf('mean', options);
  const { count } = planReduction('mean', x, dim);
  return div(sum(x, dim, options), count);
}

defineMethod('mean', mean);

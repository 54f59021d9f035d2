import { isFloating } from '../dtype.js';
import { DTypeError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { div } from './div.js';
import { asAsked, type Dims, planReduction, type SumOptions } from './reduction.js';
import { sum } from './sum.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link mean}. */
    mean(dim?: Dims, options?: SumOptions): Tensor;
  }
}

/**
 * The mean over all elements, or over some dimensions; NaN of nothing.
 *
 * @param input - any shape, float32 or float64, or whatever `dtype` converts to one.
 * @throws `DTypeError` for int32 and bool, as PyTorch; `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { mean, tensor } from '@kindling/tensor-core';
 * console.log(String(mean(tensor([[1, 2], [3, 4]]), 1))); // => tensor([1.5000, 3.5000])
 * ```
 */
export function mean(input: Tensor, dim?: Dims, options: SumOptions = {}): Tensor {
  const x = asAsked('mean', input, options);
  if (!isFloating(x.dtype))
    throw new DTypeError(`mean: the mean of ${x.dtype} has fractions; convert with float(), or give a dtype`);
  const { count } = planReduction('mean', x, dim);
  return div(sum(x, dim, options), count);
}

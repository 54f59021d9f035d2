import { defineMethod } from '../define-op.js';
import type { Tensor } from '../tensor.js';
import type { Dims } from './reduction.js';
import { sqrt } from './sqrt.js';
import { type VarOptions, variance } from './var.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link std}. */
    std(dim?: Dims, options?: VarOptions): Tensor;
  }
}

/**
 * The standard deviation over all elements, or over some dimensions: the root of {@link variance}.
 *
 * @param x - any shape, float32 or float64.
 * @throws `DTypeError` for int32 and bool; `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { std, tensor } from '@kindling/tensor-core';
 * console.log(std(tensor([2, 4, 6])).item()); // => 2
 * ```
 */
export function std(x: Tensor, dim?: Dims, options: VarOptions = {}): Tensor {
  return sqrt(variance(x, dim, options));
}

defineMethod('std', std);

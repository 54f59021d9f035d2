import { defineMethod } from '../define-op.js';
import type { Tensor } from '../tensor.js';
import { div } from './div.js';
import { mean } from './mean.js';
import { mul } from './mul.js';
import { type Dims, type KeepdimOptions, planReduction } from './reduction.js';
import { sub } from './sub.js';
import { sum } from './sum.js';

declare module '../tensor.js' {
  interface Tensor {
    /** The variance; see {@link variance}. */
    var(dim?: Dims, options?: VarOptions): Tensor;
  }
}

/** How a variance is normalised. */
export interface VarOptions extends KeepdimOptions {
  /** What is subtracted from the number of elements in the divisor; default 1 (Bessel's correction). */
  correction?: number;
}

/**
 * The variance over all elements, or over some dimensions: `torch.var` (`var` is no name for a function in JavaScript).
 *
 * @param x - any shape, float32 or float64.
 * @returns NaN where there are no more elements than the correction takes off.
 * @throws `DTypeError` for int32 and bool; `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { tensor, variance } from '@kindling/tensor-core';
 * console.log(variance(tensor([1, 2, 3, 4]), 0, { correction: 0 }).item()); // => 1.25
 * ```
 */
export function variance(x: Tensor, dim?: Dims, { correction = 1, keepdim = false }: VarOptions = {}): Tensor {
  const { count } = planReduction('var', x, dim);
  const centred = sub(x, mean(x, dim, { keepdim: true }));
  return div(sum(mul(centred, centred), dim, { keepdim }), Math.max(0, count - correction));
}

defineMethod('var', variance);

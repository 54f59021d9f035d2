import { requireTensor } from '../checks.js';
import { ne } from '../ops/ne.js';
import type { Dims } from '../ops/reduction.js';
import { sum } from '../ops/sum.js';
import type { Tensor } from '../tensor.js';

/**
 * How many elements are not 0, in all or over some dimensions; NaN is not 0.
 *
 * @param x - any shape.
 * @returns int32.
 * @throws `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { countNonzero } from '@kindling/tensor-core/more';
 * console.log(countNonzero(tensor([[0, 5], [7, 2]]), 1).tolist()); // => [ 1, 2 ]
 * ```
 */
export function countNonzero(x: Tensor, dim?: Dims): Tensor {
  requireTensor('countNonzero', x);
  return sum(ne(x, 0), dim);
}

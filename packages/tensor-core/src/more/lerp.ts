import { requireOperand, requireTensor } from '../checks.js';
import { DTypeError } from '../errors.js';
import { add } from '../ops/add.js';
import { requireFloat, type TensorOrNumber } from '../ops/elementwise.js';
import { lt } from '../ops/lt.js';
import { mul } from '../ops/mul.js';
import { sub } from '../ops/sub.js';
import { where } from '../ops/where.js';
import type { Tensor } from '../tensor.js';

/**
 * Between two tensors: `start + weight * (end - start)`, exactly `end` at weight 1; the shapes broadcast.
 *
 * @param weight - a number, or a tensor.
 * @throws `DTypeError` for whole numbers, or when the dtypes differ; `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { lerp } from '@kindling/tensor-core/more';
 * console.log(lerp(tensor([0, 10]), tensor([4, 20]), 0.25).tolist()); // => [ 1, 12.5 ]
 * ```
 */
export function lerp(start: Tensor, end: Tensor, weight: TensorOrNumber): Tensor {
  requireTensor('lerp', start, 'the start');
  requireTensor('lerp', end, 'the end');
  requireOperand('lerp', weight, 'the weight');
  requireFloat('lerp', start);
  for (const other of typeof weight === 'number' ? [end] : [end, weight])
    if (other.dtype !== start.dtype)
      throw new DTypeError(`lerp: all must be of one dtype, not ${start.dtype} and ${other.dtype}`);
  const way = sub(end, start);
  // From the nearer end, so that both are met exactly.
  const fromStart = (): Tensor => add(start, mul(way, weight));
  const fromEnd = (): Tensor => sub(end, mul(way, typeof weight === 'number' ? 1 - weight : sub(1, weight)));
  if (typeof weight === 'number') return weight < 0.5 ? fromStart() : fromEnd();
  return where(lt(weight, 0.5), fromStart(), fromEnd());
}

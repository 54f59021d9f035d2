import { defineMethod, defineOp } from '../define-op.js';
import { Tensor } from '../tensor.js';
import { argmin } from './argmin.js';
import { cast } from './cast.js';
import { div } from './div.js';
import { eq } from './eq.js';
import { gather } from './gather.js';
import { isnan } from './isnan.js';
import { logicalAnd } from './logical-and.js';
import { logicalOr } from './logical-or.js';
import { minimum } from './minimum.js';
import { mul } from './mul.js';
import { type KeepdimOptions, planReduction, reduce, requireElements } from './reduction.js';
import type { ValuesAndIndices } from './sort.js';
import { squeeze } from './squeeze.js';
import { sum } from './sum.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link min}. */
    min(): Tensor;
    min(other: Tensor): Tensor;
    min(dim: number, options?: KeepdimOptions): ValuesAndIndices;
  }
}

const minAll = defineOp<undefined>({
  name: 'min',
  forward([x]) {
    const plan = planReduction('min', x!, undefined);
    requireElements('min', x!, plan);
    return reduce('min', x!, plan);
  },
  backward: [
    (g, { a, y }) => {
      // Equal elements share the gradient, as in PyTorch; NaN equals NaN here.
      const chosen = cast(logicalOr(eq(a, y), logicalAnd(isnan(a), isnan(y))), g.dtype);
      return mul(div(g, sum(chosen)), chosen);
    },
  ],
});

/**
 * The smallest element (NaN wins); along a dimension, the smallest elements and their positions; of two tensors, {@link minimum}.
 *
 * @param x - any shape.
 * @returns a scalar, or `{ values, indices }` without the dimension; the gradient goes to the elements chosen.
 * @throws `ShapeError` when there is nothing to choose from, or the dimension is out of range.
 * @example
 * ```ts
 * import { min, tensor } from '@kindling/tensor-core';
 * const x = tensor([[1, 5], [7, 2]]);
 * console.log(min(x).item()); // => 1
 * console.log(String(min(x, 1).values)); // => tensor([1., 2.])
 * ```
 */
export function min(x: Tensor): Tensor;
export function min(x: Tensor, other: Tensor): Tensor;
export function min(x: Tensor, dim: number, options?: KeepdimOptions): ValuesAndIndices;
export function min(x: Tensor, dim?: number | Tensor, options: KeepdimOptions = {}): Tensor | ValuesAndIndices {
  if (dim === undefined) return minAll([x], undefined);
  if (dim instanceof Tensor) return minimum(x, dim);
  if (x.ndim === 0) return { values: minAll([x], undefined), indices: argmin(x) };
  const indices = argmin(x, dim, { keepdim: true });
  const values = gather(x, dim, indices);
  return options.keepdim ? { values, indices } : { values: squeeze(values, dim), indices: squeeze(indices, dim) };
}

defineMethod('min', min as (x: Tensor, dim?: number | Tensor, options?: KeepdimOptions) => never);

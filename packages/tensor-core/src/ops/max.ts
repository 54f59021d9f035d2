import { defineMethod, defineOp } from '../define-op.js';
import { Tensor } from '../tensor.js';
import { argmax } from './argmax.js';
import { cast } from './cast.js';
import { div } from './div.js';
import { eq } from './eq.js';
import { gather } from './gather.js';
import { isnan } from './isnan.js';
import { logicalAnd } from './logical-and.js';
import { logicalOr } from './logical-or.js';
import { maximum } from './maximum.js';
import { mul } from './mul.js';
import { type KeepdimOptions, planReduction, reduce, requireElements } from './reduction.js';
import type { ValuesAndIndices } from './sort.js';
import { squeeze } from './squeeze.js';
import { sum } from './sum.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link max}. */
    max(): Tensor;
    max(other: Tensor): Tensor;
    max(dim: number, options?: KeepdimOptions): ValuesAndIndices;
  }
}

const maxAll = defineOp<undefined>({
  name: 'max',
  forward([x]) {
    const plan = planReduction('max', x!, undefined);
    requireElements('max', x!, plan);
    return reduce('max', x!, plan);
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
 * The largest element (NaN wins); along a dimension, the largest elements and their positions; of two tensors, {@link maximum}.
 *
 * @param x - any shape.
 * @returns a scalar, or `{ values, indices }` without the dimension; the gradient goes to the elements chosen.
 * @throws `ShapeError` when there is nothing to choose from, or the dimension is out of range.
 * @example
 * ```ts
 * import { max, tensor } from '@kindling/tensor-core';
 * const x = tensor([[1, 5], [7, 2]]);
 * console.log(max(x).item()); // => 7
 * console.log(String(max(x, 1).values)); // => tensor([5., 7.])
 * ```
 */
export function max(x: Tensor): Tensor;
export function max(x: Tensor, other: Tensor): Tensor;
export function max(x: Tensor, dim: number, options?: KeepdimOptions): ValuesAndIndices;
export function max(x: Tensor, dim?: number | Tensor, options: KeepdimOptions = {}): Tensor | ValuesAndIndices {
  if (dim === undefined) return maxAll([x], undefined);
  if (dim instanceof Tensor) return maximum(x, dim);
  if (x.ndim === 0) return { values: maxAll([x], undefined), indices: argmax(x) };
  const indices = argmax(x, dim, { keepdim: true });
  const values = gather(x, dim, indices);
  return options.keepdim ? { values, indices } : { values: squeeze(values, dim), indices: squeeze(indices, dim) };
}

defineMethod('max', max as (x: Tensor, dim?: number | Tensor, options?: KeepdimOptions) => never);

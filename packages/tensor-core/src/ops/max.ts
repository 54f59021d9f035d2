import { requireTensor } from '../checks.js';
import type { Tensor } from '../tensor.js';
import { argmax } from './argmax.js';
import { defineExtreme } from './extreme.js';
import { maximum } from './maximum.js';
import type { KeepdimOptions } from './reduction.js';
import type { ValuesAndIndices } from './values-and-indices.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link max}. */
    max(): Tensor;
    max(other: Tensor): Tensor;
    max(dim: number, options?: KeepdimOptions): ValuesAndIndices;
  }
}

const extreme = defineExtreme('max', argmax, maximum);

/**
 * The largest element (NaN wins); along a dimension, the largest elements and their positions; of two tensors, {@link maximum}.
 *
 * @param x - any shape.
 * @returns a scalar, or `{ values, indices }`, which is `[values, indices]` too, without the dimension; the gradient goes to the elements chosen.
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
  requireTensor('max', x);
  return extreme(x, dim, options);
}

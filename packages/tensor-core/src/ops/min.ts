import { requireTensor } from '../checks.js';
import type { Tensor } from '../tensor.js';
import { argmin } from './argmin.js';
import { defineExtreme } from './extreme.js';
import { minimum } from './minimum.js';
import type { KeepdimOptions } from './reduction.js';
import type { ValuesAndIndices } from './values-and-indices.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link min}. */
    min(): Tensor;
    min(other: Tensor): Tensor;
    min(dim: number, options?: KeepdimOptions): ValuesAndIndices;
  }
}

const extreme = defineExtreme('min', argmin, minimum);

/**
 * The smallest element (NaN wins); along a dimension, the smallest elements and their positions; of two tensors, {@link minimum}.
 *
 * @param x - any shape.
 * @returns a scalar, or `{ values, indices }`, which is `[values, indices]` too, without the dimension; the gradient goes to the elements chosen.
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
  requireTensor('min', x);
  return extreme(x, dim, options);
}

import type { Tensor } from '../tensor.js';
import { defineBinary, type TensorOrNumber } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link mul}. */
    mul(other: TensorOrNumber): Tensor;
  }
}

/**
 * `a * b`, element by element.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { mul, tensor } from '@kindling/tensor-core';
 * console.log(String(mul(tensor([1, 2]), tensor([[3], [4]]))));
 * // => tensor([[3., 6.],
 * //            [4., 8.]])
 * ```
 */
export const mul: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineBinary('mul', [
  (g, { b }) => mul(g, b),
  (g, { a }) => mul(g, a),
]);

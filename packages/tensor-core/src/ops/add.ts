import type { Tensor } from '../tensor.js';
import { defineBinary, type TensorOrNumber } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link add}. */
    add(other: TensorOrNumber): Tensor;
  }
}

/**
 * `a + b`, element by element.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { add, tensor } from '@kindling/tensor-core';
 * console.log(String(add(tensor([1, 2]), 10))); // => tensor([11., 12.])
 * ```
 */
export const add: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineBinary('add', [(g) => g, (g) => g]);

import type { Tensor } from '../tensor.js';
import { defineBinary, type TensorOrNumber } from './elementwise.js';
import { powBaseGrad, powExponentGrad } from './pow-gradients.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link pow}. */
    pow(other: TensorOrNumber): Tensor;
  }
}

/**
 * `a` to the power of `b`, element by element.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { pow, tensor } from '@kindling/tensor-core';
 * console.log(String(pow(tensor([2, 3]), 2))); // => tensor([4., 9.])
 * ```
 */
export const pow: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineBinary('pow', 'pow', [
  (g, { a, b }) => powBaseGrad(g, a, b),
  (g, { a, y }) => powExponentGrad(g, a, y),
]);

import type { Tensor } from '../tensor.js';
import { defineBinary, type TensorOrNumber } from './elementwise.js';
import { winnerShare } from './winner-share.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link minimum}. */
    minimum(other: TensorOrNumber): Tensor;
  }
}

/**
 * The smaller of each pair; NaN wins. Equal elements share the gradient, as in PyTorch.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { minimum, tensor } from '@kindling/tensor-core';
 * console.log(String(minimum(tensor([1, 5]), 3))); // => tensor([1., 3.])
 * ```
 */
export const minimum: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineBinary('minimum', [
  (g, { a, b }) => winnerShare(g, 'gt', a, b),
  (g, { a, b }) => winnerShare(g, 'gt', b, a),
]);

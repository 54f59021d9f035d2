import type { Tensor } from '../tensor.js';
import { defineBinary, type TensorOrNumber } from './elementwise.js';
import { winnerShare } from './winner-share.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link maximum}. */
    maximum(other: TensorOrNumber): Tensor;
  }
}

/**
 * The larger of each pair; NaN wins. Equal elements share the gradient, as in PyTorch.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { maximum, tensor } from '@kindling/tensor-core';
 * console.log(String(maximum(tensor([1, 5]), 3))); // => tensor([3., 5.])
 * ```
 */
export const maximum: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineBinary('maximum', [
  (g, { a, b }) => winnerShare(g, 'lt', a, b),
  (g, { a, b }) => winnerShare(g, 'lt', b, a),
]);

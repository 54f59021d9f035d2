import type { Tensor } from '../tensor.js';
import { defineBinary, floatType, runBinary, type TensorOrNumber } from './elementwise.js';
import { mul } from './mul.js';
import { neg } from './neg.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link div}. */
    div(other: TensorOrNumber): Tensor;
  }
}

/**
 * `a / b`, element by element; whole numbers give fractions, as in PyTorch.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { div, tensor } from '@kindling/tensor-core';
 * console.log(String(div(tensor([1, 2]), 4))); // => tensor([0.2500, 0.5000])
 * ```
 */
export const div: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineBinary(
  'div',
  [(g, { b }) => div(g, b), (g, { b, y }) => neg(div(mul(g, y), b))],
  (a, b) => runBinary('div', a, b, floatType(a, b)),
);

import type { Tensor } from '../tensor.js';
import type { AlphaOptions } from './alpha.js';
import { defineBinary, type TensorOrNumber } from './elementwise.js';
import { seldomOptions } from './seldom-options.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link add}. */
    add(other: TensorOrNumber, options?: AlphaOptions): Tensor;
  }
}

const addOp = defineBinary('add', [(g) => g, (g) => g]);

/**
 * `a + b`, element by element; with `alpha`, `a + alpha * b`.
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
export function add(a: TensorOrNumber, b: TensorOrNumber, options?: AlphaOptions): Tensor {
  return options === undefined ? addOp(a, b) : seldomOptions('add').alpha('add', addOp, a, b, options);
}

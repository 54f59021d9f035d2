import { DTypeError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { defineBinary, resultType, runBinary, type TensorOrNumber } from './elementwise.js';
import { neg } from './neg.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link sub}. */
    sub(other: TensorOrNumber): Tensor;
  }
}

/**
 * `a - b`, element by element.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @throws `ShapeError` when the shapes do not broadcast; `DTypeError` for two bool tensors.
 * @example
 * ```ts
 * import { sub, tensor } from '@kindling/tensor-core';
 * console.log(String(sub(10, tensor([1, 2])))); // => tensor([9., 8.])
 * ```
 */
export const sub: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineBinary(
  'sub',
  [(g) => g, (g) => neg(g)],
  (a, b) => {
    if (resultType(a, b) === 'bool')
      throw new DTypeError('sub: bool tensors have no difference; use logicalXor(), or convert with int()');
    return runBinary('sub', a, b);
  },
);

import { isFloating } from '../dtype.js';
import { DTypeError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { defineBinary, resultType, runBinary, type TensorOrNumber } from './elementwise.js';
import { mul } from './mul.js';
import { powBaseGrad, powExponentGrad } from './pow-gradients.js';
import { reciprocal } from './reciprocal.js';
import { rsqrt } from './rsqrt.js';
import { sqrt } from './sqrt.js';

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
 * @throws `ShapeError` when the shapes do not broadcast; `DTypeError` for two bool operands, and for int32 to the power of a
 * negative whole number.
 * @example
 * ```ts
 * import { pow, tensor } from '@kindling/tensor-core';
 * console.log(String(pow(tensor([2, 3]), 2))); // => tensor([4., 9.])
 * ```
 */
export const pow: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineBinary(
  'pow',
  [(g, { a, b }) => powBaseGrad(g, a, b), (g, { a, b, y }) => powExponentGrad(g, a, b, y)],
  (a, b) => {
    if (typeof a !== 'number' && typeof b === 'number') {
      if (b < 0 && resultType(a, b) === 'int32') {
        throw new DTypeError(`pow: whole numbers to the power of ${b} are fractions; convert with float()`);
      }
      const fast = shortcut(a, b);
      if (fast) return fast;
    }
    if (resultType(a, b) === 'bool')
      throw new DTypeError('pow: bool tensors have no powers; convert with int() or float()');
    return runBinary('pow', a, b);
  },
);

/** Exponents that have faster kernels of their own; PyTorch takes those too, so that `(-Infinity) ** 0.5` is NaN. */
function shortcut(x: Tensor, exponent: number): Tensor | undefined {
  if (exponent === 0.5) return sqrt(x);
  if (!isFloating(x.dtype)) return undefined;
  if (exponent === 2) return mul(x, x);
  if (exponent === 3) return mul(mul(x, x), x);
  if (exponent === -0.5) return rsqrt(x);
  if (exponent === -1) return reciprocal(x);
  return exponent === -2 ? reciprocal(mul(x, x)) : undefined;
}

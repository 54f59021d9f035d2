import { requireOperand } from '../checks.js';
import { tensor } from '../create/tensor.js';
import { isFloating } from '../dtype.js';
import { ArgumentError } from '../errors.js';
import { Tensor } from '../tensor.js';
import { abs } from './abs.js';
import { cast } from './cast.js';
import { div } from './div.js';
import { divWith } from './div-whole.js';
import { resultType, type TensorOrNumber } from './elementwise.js';
import { eq } from './eq.js';
import { isfinite } from './isfinite.js';
import { logicalAnd } from './logical-and.js';
import { lt } from './lt.js';
import { mul } from './mul.js';
import { sub } from './sub.js';
import { where } from './where.js';

/**
 * What is left of `a` when `b` is taken from it as often as it goes, with the sign of `b`: Python's `a % b`.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @throws `ShapeError` when the shapes do not broadcast; `ArgumentError` for int32 by the number 0.
 * @example
 * ```ts
 * import { remainder, tensor } from '@kindling/tensor-core';
 * console.log(remainder(tensor([7, -7]), 3).tolist()); // => [ 1, 2 ]
 * ```
 */
export function remainder(a: TensorOrNumber, b: TensorOrNumber): Tensor {
  requireOperand('remainder', a, 'the first operand');
  requireOperand('remainder', b, 'the second operand');
  if (typeof a === 'number' && typeof b === 'number') return sub(a, b);
  const dtype = resultType(a, b);
  const { backend } = a instanceof Tensor ? a : (b as Tensor);
  if (b === 0 && !isFloating(dtype)) throw new ArgumentError('remainder: whole numbers cannot be divided by 0');
  // Products of float32 and int32 are exact in float64.
  const wide = backend.supports('float64') ? 'float64' : 'float32';
  const [p, q] = [a, b].map((x) => (x instanceof Tensor ? cast(x, wide) : tensor(x, { dtype: wide, backend }))) as [
    Tensor,
    Tensor,
  ];
  const left = sub(p, mul(divWith(div, p, q, { roundingMode: 'floor' }), q));
  // All of `a` is left of an infinite `b`, or `b` itself where the signs differ.
  const infinite = logicalAnd(eq(abs(q), Number.POSITIVE_INFINITY), isfinite(p));
  return cast(where(infinite, where(lt(mul(p, q), 0), q, p), left), dtype === 'bool' ? 'int32' : dtype);
}

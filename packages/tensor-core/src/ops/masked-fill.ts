import { wrong } from '@internal/arguments';
import { requireDType, requireOperand, requireTensor } from '../checks.js';
import { isFloating } from '../dtype.js';
import { ArgumentError } from '../errors.js';
import { wrongShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { cast } from './cast.js';
import type { TensorOrNumber } from './elementwise.js';
import { where } from './where.js';

/**
 * `value` where a mask is true, and the elements elsewhere, in the dtype of `x`.
 *
 * @param mask - bool; the shapes broadcast.
 * @param value - a number or a scalar; the gradient flows to a scalar too.
 * @throws `DTypeError` when the mask is not bool; `ShapeError` for a value that is no scalar.
 * @example
 * ```ts
 * import { maskedFill, tensor } from '@kindling/tensor-core';
 * const x = tensor([1, -2, 3]);
 * console.log(maskedFill(x, x.lt(0), 0).tolist()); // => [ 1, 0, 3 ]
 * ```
 */
export function maskedFill(x: Tensor, mask: Tensor, value: TensorOrNumber): Tensor {
  requireTensor('maskedFill', x);
  requireDType('maskedFill', 'the mask', mask, 'bool');
  requireOperand('maskedFill', value, 'the value');
  if (typeof value === 'number') {
    if (!isFloating(x.dtype) && !Number.isInteger(value)) {
      wrong(ArgumentError, 'maskedFill', `the value for ${x.dtype}`, 'a whole number', value);
    }
  } else if (value.ndim > 0) {
    wrongShape('maskedFill', 'the value', 'a number or a scalar', value);
  }
  return cast(where(mask, typeof value === 'number' ? value : cast(value, x.dtype), x), x.dtype);
}

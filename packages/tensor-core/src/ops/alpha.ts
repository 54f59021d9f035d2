import { requireOptions } from '../checks.js';
import { isFloating } from '../dtype.js';
import { DTypeError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { cast } from './cast.js';
import { resultType, type TensorOrNumber } from './elementwise.js';
import { mul } from './mul.js';

/** By what the second operand of a sum or a difference is multiplied. A bundler leaves it out, as it does seldom methods: see the guide on installing. */
export interface AlphaOptions {
  /** Default 1. */
  alpha?: number;
}

/** @internal A sum or difference of `a` and `alpha * b`, in the dtype in which `a` and `b` meet. */
export function withAlpha(
  name: string,
  op: (a: TensorOrNumber, b: TensorOrNumber) => Tensor,
  a: TensorOrNumber,
  b: TensorOrNumber,
  options: AlphaOptions,
): Tensor {
  requireOptions(name, options, { alpha: 1 });
  const { alpha = 1 } = options;
  const dtype = resultType(a, b);
  if (!isFloating(dtype) && !Number.isInteger(alpha))
    throw new DTypeError(`${name}: the result is ${dtype}, alpha must be a whole number, not ${alpha}`);
  return cast(op(a, typeof b === 'number' ? b * alpha : mul(b, alpha)), dtype);
}

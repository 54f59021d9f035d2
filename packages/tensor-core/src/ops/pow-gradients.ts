import type { Tensor } from '../tensor.js';
import type { TensorOrNumber } from './elementwise.js';
import { eq } from './eq.js';
import { log } from './log.js';
import { mul } from './mul.js';
import { pow } from './pow.js';
import { sub } from './sub.js';
import { where } from './where.js';

/** @internal `g * b * a ** (b - 1)`, and 0 for the exponent 0, also where `a` is 0. */
export function powBaseGrad(g: Tensor, a: TensorOrNumber, b: TensorOrNumber): Tensor {
  if (typeof b === 'number') return b === 0 ? mul(g, 0) : mul(g, mul(pow(a, b - 1), b));
  return where(eq(b, 0), 0, mul(g, mul(pow(a, sub(b, 1)), b)));
}

/** @internal `g * y * log(a)`, and 0 where the result is 0 for the base 0. */
export function powExponentGrad(g: Tensor, a: TensorOrNumber, y: Tensor): Tensor {
  if (typeof a === 'number')
    return a === 0 ? where(eq(y, 0), 0, mul(g, mul(y, Number.NEGATIVE_INFINITY))) : mul(g, mul(y, Math.log(a)));
  return where(eq(y, 0), 0, mul(g, mul(y, log(a))));
}

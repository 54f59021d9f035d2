import type { Tensor } from '../tensor.js';
import type { TensorOrNumber } from './elementwise.js';
import { eq } from './eq.js';
import { ge } from './ge.js';
import { log } from './log.js';
import { logicalAnd } from './logical-and.js';
import { mul } from './mul.js';
import { pow } from './pow.js';
import { sub } from './sub.js';
import { where } from './where.js';

/** @internal `g * b * a ** (b - 1)`, and 0 for the exponent 0, also where `a` is 0. */
export function powBaseGrad(g: Tensor, a: TensorOrNumber, b: TensorOrNumber): Tensor {
  if (b === 0) return mul(g, 0);
  if (b === 2) return mul(g, mul(a, 2));
  if (typeof b === 'number') return mul(g, mul(pow(a, b - 1), b));
  return where(eq(b, 0), 0, mul(g, mul(pow(a, sub(b, 1)), b)));
}

/** @internal `g * y * log(a)`, and 0 where the base is 0 and the exponent not below it. */
export function powExponentGrad(g: Tensor, a: TensorOrNumber, b: TensorOrNumber, y: Tensor): Tensor {
  if (typeof a !== 'number') return where(logicalAnd(eq(a, 0), ge(b, 0)), 0, mul(g, mul(y, log(a))));
  const change = mul(g, mul(y, Math.log(a)));
  return a === 0 ? where(ge(b, 0), 0, change) : change;
}

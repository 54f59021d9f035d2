// exp, log, tanh and the logistic function of four floats, within 2 units in the last place. The polynomials are
// minimax fits of the remainders named beside them (Remez' algorithm, 50 digits), rounded to float32.
import { choose, madd, splat } from './vector';

/** ln 2 = HI + LO; HI has 9 bits, so that multiples of it by an exponent are exact. */
const LN2_HI: f32 = 0.693359375;
const LN2_LO: f32 = -2.12194440e-4;
/** 1.5 * 2^23: adding it leaves a number's nearest integer in the low bits. */
const ROUND: f32 = 12582912;

/** e^x: x = n ln 2 + r with |r| <= ln 2 / 2, e^r = 1 + r + r^2 q(r), and 2^n in two factors, so that it may be subnormal. */
@inline export function exp(x: v128): v128 {
  // These forms of min and max let NaN through.
  x = f32x4.pmax(f32x4.pmin(x, splat(89)), splat(-104));
  const shifted = madd(x, splat(1.44269504), splat(ROUND));
  const n = f32x4.sub(shifted, splat(ROUND));
  const r = madd(n, splat(-LN2_LO), madd(n, splat(-LN2_HI), x));
  let q = madd(r, splat(0.0013814223930239677), splat(0.008369209244847298));
  q = madd(r, q, splat(0.04166841506958008));
  q = madd(r, q, splat(0.16666516661643982));
  q = madd(r, q, splat(0.4999999403953552));
  const e = f32x4.add(splat(1), madd(f32x4.mul(r, r), q, r));
  const exponent = i32x4.sub(shifted, splat(ROUND));
  const half = i32x4.shr_s(exponent, 1);
  return f32x4.mul(f32x4.mul(e, power(half)), power(i32x4.sub(exponent, half)));
}

/** 2^n from integers. */
@inline function power(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/**
 * ln x: x = 2^n (1 + f) with 1 + f between sqrt(1/2) and sqrt(2), s = f / (2 + f), and
 * ln(1 + f) = f - f^2 / 2 + s (f^2 / 2 + s^2 R(s^2)), as 2 artanh(s) = 2 s + s^3 R(s^2).
 */
@inline export function log(x: v128): v128 {
  const subnormal = f32x4.lt(x, splat(1.1754943508222875e-38));
  const bits = choose(subnormal, f32x4.mul(x, splat(8388608)), x);
  // The bits of sqrt(1/2), at which the exponent changes.
  const root = i32x4.splat(0x3f3504f3);
  const above = i32x4.sub(bits, root);
  const exponent = i32x4.sub(i32x4.shr_s(above, 23), v128.and(subnormal, i32x4.splat(23)));
  const f = f32x4.sub(i32x4.add(v128.and(above, i32x4.splat(0x7fffff)), root), splat(1));
  const n = f32x4.convert_i32x4_s(exponent);
  const s = f32x4.div(f, f32x4.add(f, splat(2)));
  const z = f32x4.mul(s, s);
  let r = madd(z, splat(0.2989107072353363), splat(0.39976951479911804));
  r = f32x4.mul(z, madd(z, r, splat(0.6666678190231323)));
  const half = f32x4.mul(f32x4.mul(f, f), splat(0.5));
  const small = madd(s, f32x4.add(half, r), f32x4.mul(n, splat(LN2_LO)));
  const value = madd(n, splat(LN2_HI), f32x4.sub(f, f32x4.sub(half, small)));
  // Infinity and NaN are their own logarithms.
  const finite = choose(f32x4.lt(x, splat(Infinity)), value, x);
  const positive = choose(f32x4.lt(x, splat(0)), splat(NaN), finite);
  return choose(f32x4.eq(x, splat(0)), splat(-Infinity), positive);
}

/** tanh x: x + x^3 P(x^2) near 0, else 1 - 2 / (e^2|x| + 1) with the sign of x. */
@inline export function tanh(x: v128): v128 {
  const size = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let p = madd(z, splat(-0.005730838514864445), splat(0.020664500072598457));
  p = madd(z, p, splat(-0.05374843254685402));
  p = madd(z, p, splat(0.13331562280654907));
  p = madd(z, p, splat(-0.3333328664302826));
  const near = madd(f32x4.mul(x, z), p, x);
  const e = exp(f32x4.add(size, size));
  const far = f32x4.sub(splat(1), f32x4.div(splat(2), f32x4.add(e, splat(1))));
  const sign = v128.and(x, i32x4.splat(0x80000000));
  return choose(f32x4.lt(size, splat(0.625)), near, v128.or(far, sign));
}

/** 1 / (1 + e^-x), from e^-|x|, which keeps its relative accuracy on both sides of 0. */
@inline export function sigmoid(x: v128): v128 {
  const e = exp(f32x4.neg(f32x4.abs(x)));
  return f32x4.div(choose(f32x4.lt(x, splat(0)), e, splat(1)), f32x4.add(splat(1), e));
}

/** max(x, 0); NaN and -0 stay. */
@inline export function relu(x: v128): v128 {
  return v128.andnot(x, f32x4.lt(x, splat(0)));
}

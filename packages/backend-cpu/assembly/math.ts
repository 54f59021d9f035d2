// exp, log, tanh and the logistic function of four floats, within 2 units in the last place. The polynomials are
// minimax fits of the remainders named beside them (Remez' algorithm, 50 digits), rounded to float32.
import { choose, madd } from './vector';

// Constants are read from memory, an instruction each: V8 builds a literal vector anew in every round of a loop, in four
// instructions, which made exp half as fast.
export const ZERO = memory.data<f32>([0]);
const HALF = memory.data<f32>([0.5]);
export const ONE = memory.data<f32>([1]);
const TWO = memory.data<f32>([2]);
const INFINITE = memory.data<f32>([Infinity]);
const MINUS_INFINITE = memory.data<f32>([-Infinity]);
const NOT_A_NUMBER = memory.data<f32>([NaN]);
export const SIGN = memory.data<u32>([0x80000000]);

@inline export function at(constant: usize): v128 {
  return v128.load32_splat(constant);
}

/** Beyond these e^x is infinite or 0. */
const EXP_MOST = memory.data<f32>([89]);
const EXP_LEAST = memory.data<f32>([-104]);
/** From here on e^x is no subnormal number. */
export const EXP_NORMAL = memory.data<f32>([-86]);
export const LOG2_E = memory.data<f32>([1.44269504]);
/** ln 2 = HI + LO; HI has 9 bits, so that multiples of it by an exponent are exact. */
const LN2_HI = memory.data<f32>([0.693359375]);
const LN2_LO = memory.data<f32>([-2.12194440e-4]);
export const MINUS_LN2_HI = memory.data<f32>([-0.693359375]);
export const MINUS_LN2_LO = memory.data<f32>([2.12194440e-4]);
/** 1.5 * 2^23: adding it leaves a number's nearest integer in the low bits. */
export const ROUND = memory.data<f32>([12582912]);
/** The same for 154 more. */
const ROUND_154 = memory.data<f32>([12583066]);
const TWO_27 = memory.data<f32>([134217728]);
const BIAS = memory.data<i32>([127]);
export const Q0 = memory.data<f32>([0.4999999403953552]);
export const Q1 = memory.data<f32>([0.16666516661643982]);
export const Q2 = memory.data<f32>([0.04166841506958008]);
export const Q3 = memory.data<f32>([0.008369209244847298]);
export const Q4 = memory.data<f32>([0.0013814223930239677]);

/** e^x; the forms of min and max let NaN through. */
@inline export function exp(x: v128): v128 {
  const inRange = f32x4.pmax(f32x4.pmin(x, at(EXP_MOST)), at(EXP_LEAST));
  const shifted = madd(inRange, at(LOG2_E), at(ROUND));
  const e = expOfRest(inRange, f32x4.sub(shifted, at(ROUND)));
  // 2^n in two factors, so that the result may be subnormal.
  const exponent = i32x4.sub(shifted, at(ROUND));
  const half = i32x4.shr_s(exponent, 1);
  return f32x4.mul(f32x4.mul(e, power(half)), power(i32x4.sub(exponent, half)));
}

/** e^x for x <= 0. */
@inline export function expOfNegative(x: v128): v128 {
  // NaN is not at least anything.
  return i32x4.all_true(f32x4.ge(x, at(EXP_NORMAL))) ? normalExp(x) : expSeldom(x);
}

/** So few results are subnormal that a call does not matter. */
@outOfLine function expSeldom(x: v128): v128 {
  return exp(x);
}

/** e^x for x from -86 (`EXP_NORMAL`) to 0: where no result is subnormal, an addition to the exponent's bits scales it. */
@inline export function normalExp(x: v128): v128 {
  const shifted = madd(x, at(LOG2_E), at(ROUND));
  return i32x4.add(expOfRest(x, f32x4.sub(shifted, at(ROUND))), i32x4.shl(shifted, 23));
}

/** 2^27 e^x for x <= 0, which is no subnormal number; n + 154, moved to the exponent's place, is 2^(n + 27). */
@inline function scaledExp(x: v128): v128 {
  const inRange = f32x4.pmax(x, at(EXP_LEAST));
  const shifted = madd(inRange, at(LOG2_E), at(ROUND_154));
  return f32x4.mul(expOfRest(inRange, f32x4.sub(shifted, at(ROUND_154))), i32x4.shl(shifted, 23));
}

/** e^r for x = n ln 2 + r with |r| <= ln 2 / 2: 1 + r + r^2 q(r). */
@inline function expOfRest(x: v128, n: v128): v128 {
  const r = madd(n, at(MINUS_LN2_LO), madd(n, at(MINUS_LN2_HI), x));
  const z = f32x4.mul(r, r);
  const low = madd(r, at(Q1), at(Q0));
  const high = madd(z, at(Q4), madd(r, at(Q3), at(Q2)));
  return f32x4.add(at(ONE), madd(z, madd(z, high, low), r));
}

/** 2^n from integers. */
@inline function power(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, at(BIAS)), 23);
}

const LEAST_NORMAL = memory.data<f32>([1.1754943508222875e-38]);
const TWO_23 = memory.data<f32>([8388608]);
const SHIFT_23 = memory.data<i32>([23]);
/** The bits of sqrt(1/2), at which the exponent changes. */
const ROOT_BITS = memory.data<i32>([0x3f3504f3]);
const FRACTION = memory.data<i32>([0x7fffff]);
const R0 = memory.data<f32>([0.6666678190231323]);
const R1 = memory.data<f32>([0.39976951479911804]);
const R2 = memory.data<f32>([0.2989107072353363]);

/**
 * ln x: x = 2^n (1 + f) with 1 + f between sqrt(1/2) and sqrt(2), s = f / (2 + f), and
 * ln(1 + f) = f - f^2 / 2 + s (f^2 / 2 + s^2 R(s^2)), as 2 artanh(s) = 2 s + s^3 R(s^2).
 */
@inline export function log(x: v128): v128 {
  const subnormal = f32x4.lt(x, at(LEAST_NORMAL));
  const bits = choose(subnormal, f32x4.mul(x, at(TWO_23)), x);
  const above = i32x4.sub(bits, at(ROOT_BITS));
  const exponent = i32x4.sub(i32x4.shr_s(above, 23), v128.and(subnormal, at(SHIFT_23)));
  const f = f32x4.sub(i32x4.add(v128.and(above, at(FRACTION)), at(ROOT_BITS)), at(ONE));
  const n = f32x4.convert_i32x4_s(exponent);
  const s = f32x4.div(f, f32x4.add(f, at(TWO)));
  const z = f32x4.mul(s, s);
  const r = f32x4.mul(z, madd(z, madd(z, at(R2), at(R1)), at(R0)));
  const half = f32x4.mul(f32x4.mul(f, f), at(HALF));
  const small = madd(s, f32x4.add(half, r), f32x4.mul(n, at(LN2_LO)));
  const value = madd(n, at(LN2_HI), f32x4.sub(f, f32x4.sub(half, small)));
  // Infinity and NaN are their own logarithms.
  const finite = choose(f32x4.lt(x, at(INFINITE)), value, x);
  const positive = choose(f32x4.lt(x, at(ZERO)), at(NOT_A_NUMBER), finite);
  return choose(f32x4.eq(x, at(ZERO)), at(MINUS_INFINITE), positive);
}

export const MINUS_NEAR = memory.data<f32>([-0.625]);
export const P0 = memory.data<f32>([-0.3333328664302826]);
export const P1 = memory.data<f32>([0.13331562280654907]);
export const P2 = memory.data<f32>([-0.05374843254685402]);
export const P3 = memory.data<f32>([0.020664500072598457]);
export const P4 = memory.data<f32>([-0.005730838514864445]);

/** tanh x: x + x^3 P(x^2) near 0, else (1 - e) / (1 + e) with e = e^-2|x| and the sign of x. */
@inline export function tanh(x: v128): v128 {
  const z = f32x4.mul(x, x);
  let p = madd(z, at(P4), at(P3));
  p = madd(z, p, at(P2));
  p = madd(z, p, at(P1));
  p = madd(z, p, at(P0));
  const near = madd(f32x4.mul(x, z), p, x);
  const minus = v128.or(x, at(SIGN));
  const e = normalExp(f32x4.pmax(f32x4.add(minus, minus), at(EXP_NORMAL)));
  const far = f32x4.div(f32x4.sub(at(ONE), e), f32x4.add(at(ONE), e));
  const sign = v128.and(x, at(SIGN));
  // NaN is near, as it is not at most anything.
  return v128.or(choose(f32x4.le(minus, at(MINUS_NEAR)), far, near), sign);
}

/**
 * 1 / (1 + e^-x), from e = e^-|x|, which keeps its relative accuracy on both sides of 0: e / (1 + e) below; both times 2^27.
 */
@inline export function sigmoid(x: v128): v128 {
  const e = scaledExp(v128.or(x, at(SIGN)));
  return f32x4.div(choose(f32x4.lt(x, at(ZERO)), e, at(TWO_27)), f32x4.add(at(TWO_27), e));
}

/** max(x, 0); NaN and -0 stay. */
@inline export function relu(x: v128): v128 {
  return v128.andnot(x, f32x4.lt(x, at(ZERO)));
}

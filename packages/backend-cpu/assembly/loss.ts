// Losses of n float32 inputs and targets, and their derivatives. The order of the kinds is that of `kinds` in
// src/wasm/loss.ts.
import { at, expOfNegative, log as logInline, ONE, relu, SIGN, ZERO } from './math';
import { SIGMOID, unary } from './unary';
import { both, cut, high, low, splat, vectors } from './vector';

const LEAST_LOG = memory.data<f32>([-100]);
const EPSILON = memory.data<f32>([1e-12]);

// Not compiled into its callers: it is long, and called for a vector.
@outOfLine function log(x: v128): v128 {
  return logInline(x);
}

/**
 * ln(1 + x) for x >= -1: ln u with u = 1 + x rounded, and the part that rounding lost, ln u + (x - (u - 1)) / u (as in
 * FreeBSD's log1p). Not for infinity.
 */
@inline function log1p(x: v128): v128 {
  const u = f32x4.add(at(ONE), x);
  const value = log(u);
  const lost = f32x4.div(f32x4.sub(x, f32x4.sub(u, at(ONE))), u);
  // Of u = 0 the logarithm is infinite already.
  return f32x4.add(value, v128.andnot(lost, f32x4.eq(u, at(ZERO))));
}

/** max passes NaN on. */
@inline function bce(x: v128, t: v128): v128 {
  const one = f32x4.max(log(x), at(LEAST_LOG));
  const zero = f32x4.max(log1p(f32x4.neg(x)), at(LEAST_LOG));
  return f32x4.sub(f32x4.mul(f32x4.sub(t, at(ONE)), zero), f32x4.mul(t, one));
}

@inline function bceWithLogits(x: v128, t: v128): v128 {
  const tail = log1p(expOfNegative(v128.or(x, at(SIGN))));
  return f32x4.add(f32x4.add(f32x4.mul(f32x4.sub(at(ONE), t), x), relu(f32x4.neg(x))), tail);
}

@inline function mse(x: v128, t: v128): v128 {
  const d = f32x4.sub(x, t);
  return f32x4.mul(d, d);
}

/** Writes each loss to `out`, unless it is 0, and returns their sum. Whole vectors are written. */
export function loss(kind: i32, x: usize, t: usize, out: usize, n: i32): f64 {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  const end = x + (<usize>n << 2);
  for (; x < end; x += 16, t += 16) {
    const v = v128.load(x);
    const w = v128.load(t);
    let y = kind == 0 ? bce(v, w) : kind == 1 ? bceWithLogits(v, w) : mse(v, w);
    if (out != 0) {
      v128.store(out, y);
      out += 16;
    }
    y = cut(y, <i32>(end - x) >> 2);
    s0 = f64x2.add(s0, low(y));
    s1 = f64x2.add(s1, high(y));
  }
  return both(f64x2.add(s0, s1));
}

/**
 * out = g times the derivative by x; `g` is an address or, where that is 0, `factor`. Whole vectors are written; `out` may be
 * x, but no other array.
 */
export function lossBackward(kind: i32, x: usize, t: usize, g: usize, factor: f32, out: usize, n: i32): void {
  if (kind == 1) {
    unary(SIGMOID, x, out, n);
    x = out;
  }
  const end = x + vectors(n);
  const scale: f32 = kind == 2 ? 2 : 1;
  const times = splat(g != 0 ? scale : scale * factor);
  for (; x < end; x += 16, t += 16, out += 16) {
    const v = v128.load(x);
    let slope = f32x4.sub(v, v128.load(t));
    if (kind == 0) slope = f32x4.div(slope, f32x4.max(f32x4.mul(f32x4.sub(at(ONE), v), v), at(EPSILON)));
    let by = times;
    if (g != 0) {
      by = f32x4.mul(times, v128.load(g));
      g += 16;
    }
    v128.store(out, f32x4.mul(by, slope));
  }
}

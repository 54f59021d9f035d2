// The functions of math.ts of many elements, two vectors in a round: V8 reads the constants in each, which takes longer than to compute
// with them. They give the same bits. A round's vectors lie `apart` bytes from each other, in both halves of the elements: V8's packing to
// 256 bits, which the wide build asks for, ends the process over exponentials side by side. With 0 both are the same one.
import * as math from './math';
import { at } from './math';
import { choose, madd } from './vector';

/** Where neither e^x nor e^-x is subnormal or infinite. */
@lazy const NORMAL = memory.data<f32>([86]);

/** e^x for x between -`NORMAL` and that, of constants that were read before. */
@inline export function expBy(
  x: v128,
  log2e: v128,
  round: v128,
  hi: v128,
  lo: v128,
  one: v128,
  q0: v128,
  q1: v128,
  q2: v128,
  q3: v128,
  q4: v128,
): v128 {
  const shifted = madd(x, log2e, round);
  const n = f32x4.sub(shifted, round);
  const r = madd(n, lo, madd(n, hi, x));
  const z = f32x4.mul(r, r);
  const high = madd(z, q4, madd(r, q3, q2));
  const e = f32x4.add(one, madd(z, madd(z, high, madd(r, q1, q0)), r));
  return i32x4.add(e, i32x4.shl(shifted, 23));
}

/** The bytes of half of the vectors up to an end, but for one that is left. */
@inline export function halfOf(x: usize, end: usize): usize {
  return (end - x) >> 5 << 4;
}

/** Whether e^x and e^-x are normal numbers for all of both; not for NaN. */
@inline function areNormal(a: v128, b: v128): bool {
  const most = at(NORMAL);
  return i32x4.all_true(v128.and(f32x4.le(f32x4.abs(a), most), f32x4.le(f32x4.abs(b), most)));
}

@outOfLine function seldomExp(x: v128): v128 {
  return math.exp(x);
}

@outOfLine function seldomSigmoid(x: v128): v128 {
  return math.sigmoid(x);
}

function expOf(x: usize, out: usize, end: usize, apart: usize): void {
  const log2e = at(math.LOG2_E);
  const round = at(math.ROUND);
  const hi = at(math.MINUS_LN2_HI);
  const lo = at(math.MINUS_LN2_LO);
  const one = at(math.ONE);
  const q0 = at(math.Q0);
  const q1 = at(math.Q1);
  const q2 = at(math.Q2);
  const q3 = at(math.Q3);
  const q4 = at(math.Q4);
  for (; x < end; x += 16, out += 16) {
    const a = v128.load(x);
    const b = v128.load(x + apart);
    if (areNormal(a, b)) {
      v128.store(out, expBy(a, log2e, round, hi, lo, one, q0, q1, q2, q3, q4));
      v128.store(out + apart, expBy(b, log2e, round, hi, lo, one, q0, q1, q2, q3, q4));
    } else {
      v128.store(out, seldomExp(a));
      v128.store(out + apart, seldomExp(b));
    }
  }
}

function sigmoidOf(x: usize, out: usize, end: usize, apart: usize): void {
  const log2e = at(math.LOG2_E);
  const round = at(math.ROUND);
  const hi = at(math.MINUS_LN2_HI);
  const lo = at(math.MINUS_LN2_LO);
  const one = at(math.ONE);
  const q0 = at(math.Q0);
  const q1 = at(math.Q1);
  const q2 = at(math.Q2);
  const q3 = at(math.Q3);
  const q4 = at(math.Q4);
  for (; x < end; x += 16, out += 16) {
    const a = v128.load(x);
    const b = v128.load(x + apart);
    if (areNormal(a, b)) {
      const sign = at(math.SIGN);
      const e = expBy(v128.or(a, sign), log2e, round, hi, lo, one, q0, q1, q2, q3, q4);
      const f = expBy(v128.or(b, sign), log2e, round, hi, lo, one, q0, q1, q2, q3, q4);
      const zero = at(math.ZERO);
      v128.store(out, f32x4.div(choose(f32x4.lt(a, zero), e, one), f32x4.add(one, e)));
      v128.store(out + apart, f32x4.div(choose(f32x4.lt(b, zero), f, one), f32x4.add(one, f)));
    } else {
      v128.store(out, seldomSigmoid(a));
      v128.store(out + apart, seldomSigmoid(b));
    }
  }
}

function tanhOf(x: usize, out: usize, end: usize, apart: usize): void {
  const log2e = at(math.LOG2_E);
  const round = at(math.ROUND);
  const hi = at(math.MINUS_LN2_HI);
  const lo = at(math.MINUS_LN2_LO);
  const one = at(math.ONE);
  const q0 = at(math.Q0);
  const q1 = at(math.Q1);
  const q2 = at(math.Q2);
  const q3 = at(math.Q3);
  const q4 = at(math.Q4);
  const p0 = at(math.P0);
  const p1 = at(math.P1);
  const p2 = at(math.P2);
  const p3 = at(math.P3);
  const p4 = at(math.P4);
  for (; x < end; x += 16, out += 16) {
    const a = v128.load(x);
    const b = v128.load(x + apart);
    const sign = at(math.SIGN);
    const least = at(math.EXP_NORMAL);
    const minusA = v128.or(a, sign);
    const minusB = v128.or(b, sign);
    const e = expBy(f32x4.pmax(f32x4.add(minusA, minusA), least), log2e, round, hi, lo, one, q0, q1, q2, q3, q4);
    const f = expBy(f32x4.pmax(f32x4.add(minusB, minusB), least), log2e, round, hi, lo, one, q0, q1, q2, q3, q4);
    const farA = f32x4.div(f32x4.sub(one, e), f32x4.add(one, e));
    const farB = f32x4.div(f32x4.sub(one, f), f32x4.add(one, f));
    const y = f32x4.mul(a, a);
    const z = f32x4.mul(b, b);
    const nearA = madd(f32x4.mul(a, y), madd(y, madd(y, madd(y, madd(y, p4, p3), p2), p1), p0), a);
    const nearB = madd(f32x4.mul(b, z), madd(z, madd(z, madd(z, madd(z, p4, p3), p2), p1), p0), b);
    const limit = at(math.MINUS_NEAR);
    v128.store(out, v128.or(choose(f32x4.le(minusA, limit), farA, nearA), v128.and(a, sign)));
    v128.store(out + apart, v128.or(choose(f32x4.le(minusB, limit), farB, nearB), v128.and(b, sign)));
  }
}

/** e^x of whole vectors up to an end. */
export function exp(x: usize, out: usize, end: usize): void {
  const half = halfOf(x, end);
  expOf(x, out, x + half, half);
  if (x + 2 * half < end) expOf(x + 2 * half, out + 2 * half, end, 0);
}

/** 1 / (1 + e^-x) of whole vectors up to an end. */
export function sigmoid(x: usize, out: usize, end: usize): void {
  const half = halfOf(x, end);
  sigmoidOf(x, out, x + half, half);
  if (x + 2 * half < end) sigmoidOf(x + 2 * half, out + 2 * half, end, 0);
}

/** tanh x of whole vectors up to an end. */
export function tanh(x: usize, out: usize, end: usize): void {
  const half = halfOf(x, end);
  tanhOf(x, out, x + half, half);
  if (x + 2 * half < end) tanhOf(x + 2 * half, out + 2 * half, end, 0);
}

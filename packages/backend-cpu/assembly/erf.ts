// The error function of float32, within 2 units in the last place: x + x N(x^2) near 0, and 1 - e^-q with q = |x| F(|x|) beyond, where F is a
// fit of -ln(erfc(x)) / x up to 4, from where on a float is 1. Both are minimax fits, in double. GELU has a fit
// of its own: G(|x|) |x| = ln(erfc(|x| / sqrt(2))), whose error is weighed by the root of what it is an error of.
import { expBy, halfOf } from './many';
import * as math from './math';
import { at, ONE, SIGN } from './math';
import { ERF, job, share, threadsForElements } from './parallel';
import { choose, madd, vectors } from './vector';

// Lazy, as otherwise the first module, which does not use them, would have them too.
@lazy const N = memory.data<f32>([
  0.12837915122509003, -0.3761253356933594, 0.11282230168581009, -0.02678195759654045, 0.005016228649765253,
  -0.0006111293914727867,
]);
@lazy const F = memory.data<f32>([
  1.1286410093307495, 0.6351814866065979, 0.1061876118183136, -0.023720186203718185, 0.003622918389737606,
  -0.00031805961043573916, 1.0763165846583433e-5,
]);
@lazy const G = memory.data<f32>([
  -0.797886661, -0.31828609, -0.036426913, 0.00494583704, -0.000120730189, -0.000128054784,
  3.13241493e-5, -3.37077744e-6, 1.45694968e-7,
]);
@lazy const NEAR = memory.data<f32>([0.9]);
@lazy const FOUR = memory.data<f32>([4]);
/** 4 times the root of 2. */
@lazy const MOST = memory.data<f32>([5.656854249492381]);
/** `ROUND` less 1: e^x has half of what it would have. */
@lazy const ROUND_HALF = memory.data<f32>([12582911]);

@inline function p(constants: usize, i: i32): v128 {
  return at(constants + (<usize>i << 2));
}

/**
 * x times the probability that a normal value is less, half of erfc(-x / sqrt(2)): of -|x| as it is, as 1 less that of |x| would have
 * lost its digits; nothing where 1 + erf(x) is 0 as a float.
 */
function geluOf(x: usize, out: usize, end: usize, apart: usize): void {
  const log2e = at(math.LOG2_E);
  const round = at(ROUND_HALF);
  const hi = at(math.MINUS_LN2_HI);
  const lo = at(math.MINUS_LN2_LO);
  const one = at(ONE);
  const q0 = at(math.Q0);
  const q1 = at(math.Q1);
  const q2 = at(math.Q2);
  const q3 = at(math.Q3);
  const q4 = at(math.Q4);
  for (; x < end; x += 16, out += 16) {
    const v = v128.load(x);
    const w = v128.load(x + apart);
    const sign = at(SIGN);
    const most = at(MOST);
    const sizeV = v128.andnot(v, sign);
    const sizeW = v128.andnot(w, sign);
    const a = f32x4.pmin(sizeV, most);
    const b = f32x4.pmin(sizeW, most);
    const aa = f32x4.mul(a, a);
    const bb = f32x4.mul(b, b);
    // Even and odd powers apart, and each constant read once for both.
    let first = p(G, 8);
    let next = p(G, 6);
    let evenA = madd(aa, first, next);
    let evenB = madd(bb, first, next);
    first = p(G, 7);
    next = p(G, 5);
    let oddA = madd(aa, first, next);
    let oddB = madd(bb, first, next);
    next = p(G, 4);
    evenA = madd(aa, evenA, next);
    evenB = madd(bb, evenB, next);
    next = p(G, 3);
    oddA = madd(aa, oddA, next);
    oddB = madd(bb, oddB, next);
    next = p(G, 2);
    evenA = madd(aa, evenA, next);
    evenB = madd(bb, evenB, next);
    next = p(G, 1);
    oddA = madd(aa, oddA, next);
    oddB = madd(bb, oddB, next);
    next = p(G, 0);
    evenA = madd(aa, evenA, next);
    evenB = madd(bb, evenB, next);
    const e = expBy(f32x4.mul(a, madd(a, oddA, evenA)), log2e, round, hi, lo, one, q0, q1, q2, q3, q4);
    const f = expBy(f32x4.mul(b, madd(b, oddB, evenB)), log2e, round, hi, lo, one, q0, q1, q2, q3, q4);
    const zero = at(math.ZERO);
    const s = v128.andnot(e, f32x4.gt(sizeV, most));
    const t = v128.andnot(f, f32x4.gt(sizeW, most));
    v128.store(out, f32x4.mul(v, choose(f32x4.lt(v, zero), s, f32x4.sub(one, s))));
    v128.store(out + apart, f32x4.mul(w, choose(f32x4.lt(w, zero), t, f32x4.sub(one, t))));
  }
}

@inline function erf4(x: v128): v128 {
  const size = v128.andnot(x, at(SIGN));
  // Even and odd powers apart, as each step waits for the one before.
  const z = f32x4.mul(x, x);
  const zz = f32x4.mul(z, z);
  const evenNear = madd(zz, madd(zz, p(N, 4), p(N, 2)), p(N, 0));
  const oddNear = madd(zz, madd(zz, p(N, 5), p(N, 3)), p(N, 1));
  const near = madd(x, madd(z, oddNear, evenNear), x);
  // This form of min lets NaN through.
  const a = f32x4.pmin(size, at(FOUR));
  const aa = f32x4.mul(a, a);
  const evenFar = madd(aa, madd(aa, madd(aa, p(F, 6), p(F, 4)), p(F, 2)), p(F, 0));
  const oddFar = madd(aa, madd(aa, p(F, 5), p(F, 3)), p(F, 1));
  const far = f32x4.sub(at(ONE), math.normalExp(f32x4.neg(f32x4.mul(a, madd(a, oddFar, evenFar)))));
  // NaN is near, as it is not at least anything.
  return choose(f32x4.ge(size, at(NEAR)), v128.or(far, v128.and(x, at(SIGN))), near);
}

/** Elements of a part. */
const PART = 8192;

@unmanaged
class Erf {
  x: usize;
  out: usize;
  n: i32;
  gelu: bool;
}

/** out[i] = erf(x[i]), or GELU of it; whole vectors. */
export function erf(x: usize, out: usize, n: i32, gelu: bool): void {
  const all = changetype<Erf>(job());
  all.x = x;
  all.out = out;
  all.n = n;
  all.gelu = gelu;
  share(ERF, (n + PART - 1) / PART, threadsForElements(n));
}

export function erfPart(i: i32): void {
  const all = changetype<Erf>(job());
  const from = i * PART;
  let x = all.x + (<usize>from << 2);
  let out = all.out + (<usize>from << 2);
  const end = x + vectors(min(PART, all.n - from));
  if (all.gelu) {
    const half = halfOf(x, end);
    geluOf(x, out, x + half, half);
    if (x + 2 * half < end) geluOf(x + 2 * half, out + 2 * half, end, 0);
  } else for (; x < end; x += 16, out += 16) v128.store(out, erf4(v128.load(x)));
}

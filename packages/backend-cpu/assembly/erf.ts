// The error function of float32, within 2 units in the last place: x + x N(x^2) near 0, and 1 - e^-q with q = |x| F(|x|) beyond, where F is a
// fit of -ln(erfc(x)) / x up to 4, from where on a float is 1. Both are minimax fits, in double.
import { normalExp, ONE, SIGN, at } from './math';
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
@lazy const NEAR = memory.data<f32>([0.9]);
@lazy const FOUR = memory.data<f32>([4]);

@inline function p(constants: usize, i: i32): v128 {
  return at(constants + (<usize>i << 2));
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
  const q = f32x4.mul(a, madd(a, oddFar, evenFar));
  const far = f32x4.sub(at(ONE), normalExp(f32x4.neg(q)));
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
}

/** out[i] = erf(x[i]); whole vectors. */
export function erf(x: usize, out: usize, n: i32): void {
  const all = changetype<Erf>(job());
  all.x = x;
  all.out = out;
  all.n = n;
  share(ERF, (n + PART - 1) / PART, threadsForElements(n));
}

export function erfPart(i: i32): void {
  const all = changetype<Erf>(job());
  const from = i * PART;
  let x = all.x + (<usize>from << 2);
  let out = all.out + (<usize>from << 2);
  const end = x + vectors(min(PART, all.n - from));
  for (; x < end; x += 16, out += 16) v128.store(out, erf4(v128.load(x)));
}

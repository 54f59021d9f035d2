import { fma32, fma64 } from './exact.js';
import { roundedCos, roundedLog, roundedSin } from './rounded.js';

// PyTorch makes 16 or more float32 normals with AVX2, from the single-precision logarithm, sine and cosine of the
// Cephes library (Moshier). Their last bits differ from the exact functions, so the same polynomials are evaluated here,
// rounded to float32 wherever the processor rounds: a product that feeds a sum is fused with it.
const { fround } = Math;

export const TWO_PI = fround(2 * Math.PI);
export const FOUR_OVER_PI = fround(1.27323954473516);
export const SQRT_HALF = fround(Math.SQRT1_2);
// log(2) as a short float32 and the rest of it.
export const LN2_HIGH = fround(0.693359375);
export const LN2_LOW = fround(-2.1219444e-4);
export const LOG = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
].map(fround);
type Three = [number, number, number];
// -pi/4 in three parts, the first two short enough that small multiples of them are exact.
export const QUARTER = [-0.78515625, -2.4187564849853516e-4, -3.774894977445941e-8].map(fround) as Three;
export const SIN = [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1].map(fround) as Three;
export const COS = [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2].map(fround) as Three;

const float = new Float32Array(1);
const word = new Int32Array(float.buffer);

/** The natural logarithm of a normal, positive float32, as Cephes' `logf` fused. */
function log32(value: number): number {
  float[0] = value;
  let exponent = (word[0]! >>> 23) - 126;
  word[0] = (word[0]! & 0x807fffff) | 0x3f000000;
  let x = float[0]!;
  if (x < SQRT_HALF) {
    exponent -= 1;
    x = fround(fround(x - 1) + x);
  } else {
    x = fround(x - 1);
  }
  const z = fround(x * x);
  let y = LOG[0]!;
  for (let i = 1; i < 9; i++) y = fma32(y, x, LOG[i]!);
  y = fround(y * x);
  y = fma32(y, z, fround(exponent * LN2_LOW));
  y = fma32(z, -0.5, y);
  return fma32(exponent, LN2_HIGH, fround(x + y));
}

/** Replaces 16 uniforms at `at` by 8 cosine and 8 sine normals (Box and Muller, 1958). */
export function normals16Float32(data: Float32Array, at: number, mean: number, std: number): void {
  for (let j = at; j < at + 8; j++) {
    const radius = fround(Math.sqrt(fround(-2 * log32(fround(1 - data[j]!)))));
    const theta = fround(TWO_PI * data[j + 8]!);

    // The nearest even multiple of pi/4, and what is left of the angle, within pi/4 of 0.
    const octant = (Math.trunc(fround(theta * FOUR_OVER_PI)) + 1) & ~1;
    const x = fma32(octant, QUARTER[2], fma32(octant, QUARTER[1], fma32(octant, QUARTER[0], theta)));
    const z = fround(x * x);
    let c = fma32(fma32(COS[0], z, COS[1]), z, COS[2]);
    c = fround(fma32(fround(c * z), z, -0.5 * z) + 1);
    let s = fma32(fma32(SIN[0], z, SIN[1]), z, SIN[2]);
    s = fma32(fround(s * z), x, x);

    const swap = (octant & 2) !== 0;
    const sine = (octant & 4) === 0 ? (swap ? c : s) : swap ? -c : -s;
    const cosine = ((octant - 2) & 4) !== 0 ? (swap ? s : c) : swap ? -s : -c;
    data[j] = fma32(fround(radius * cosine), std, mean);
    data[j + 8] = fma32(fround(radius * sine), std, mean);
  }
}

/** The float64 form, which PyTorch leaves to the C library's functions. */
export function normals16Float64(data: Float64Array, at: number, mean: number, std: number): void {
  for (let j = at; j < at + 8; j++) {
    const radius = Math.sqrt(-2 * roundedLog(1 - data[j]!));
    const theta = 2 * Math.PI * data[j + 8]!;
    data[j] = fma64(radius * roundedCos(theta), std, mean);
    data[j + 8] = fma64(radius * roundedSin(theta), std, mean);
  }
}

import { bits, LOW, productError, sumError, words } from './exact.js';

// Math.log, Math.sin and Math.cos may differ between JavaScript engines in the last bit, and from the C library that
// PyTorch and NumPy call. These evaluate the series in pairs of float64 (about 100 bits), so that one rounding remains.

// The low half of the last pair that a helper returned.
let tail = 0;

function product(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const high = aHigh * bHigh;
  return pair(high, productError(aHigh, bHigh, high) + (aHigh * bLow + aLow * bHigh));
}

function sum(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const high = aHigh + bHigh;
  return pair(high, sumError(aHigh, bHigh, high) + (aLow + bLow));
}

function pair(high: number, low: number): number {
  const total = high + low;
  tail = low - (total - high);
  return total;
}

/** The low half of the pair nearest to numerator / divisor, where `high` is their float64 quotient. */
function quotientLow(numerator: number, divisor: number, high: number): number {
  const back = high * divisor;
  return (numerator - back - productError(high, divisor, back)) / divisor;
}

/** Pairs for numerator / divisor, from the highest power of a series to the lowest. */
const pairs = (...terms: [numerator: number, divisor: number][]): readonly (readonly [number, number])[] =>
  terms.map(([n, d]) => [n / d, quotientLow(n, d, n / d)]);

/** Horner's rule: the plain coefficients in float64, then the last ones, which decide the result, in pairs. */
function series(
  zHigh: number,
  zLow: number,
  plain: readonly number[],
  paired: readonly (readonly [number, number])[],
): number {
  let start = 0;
  for (const coefficient of plain) start = start * zHigh + coefficient;
  let high = start;
  tail = 0;
  for (const [coefficientHigh, coefficientLow] of paired) {
    high = product(high, tail, zHigh, zLow);
    high = sum(coefficientHigh, coefficientLow, high, tail);
  }
  return high;
}

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const ATANH_PLAIN = /* @__PURE__ */ Array.from({ length: 11 }, (_, i) => 1 / (27 - 2 * i));
const ATANH_PAIRED = /* @__PURE__ */ pairs([1, 5], [1, 3]);

/**
 * The natural logarithm, correctly rounded but for about one value in a million, and equal in every JavaScript engine.
 *
 * With x = m 2^e and s = (m - 1) / (m + 1) it is e log 2 + 2 (s + s^3/3 + s^5/5 + ...).
 *
 * @example
 * ```ts
 * import { roundedLog } from '@kindling/tensor-core/internal';
 *
 * console.log(roundedLog(10)); // => 2.302585092994046
 * ```
 */
export function roundedLog(x: number): number {
  if (!(x >= 2 ** -1022) || x === Number.POSITIVE_INFINITY) return Math.log(x);
  if (x === 1) return 0;
  bits[0] = x;
  const top = words[1 - LOW]!;
  let exponent = (top >>> 20) - 1023;
  words[1 - LOW] = (top & 0xfffff) | 0x3ff00000;
  let m = bits[0]!;
  if (m > Math.SQRT2) {
    m /= 2;
    exponent += 1;
  }
  const f = m - 1;
  const d = m + 1;
  const dLow = sumError(m, 1, d);
  const quotient = f / d;
  const s = pair(quotient, quotientLow(f, d, quotient) - (quotient * dLow) / d);
  const sLow = tail;
  const z = product(s, sLow, s, sLow);
  const zLow = tail;
  let high = series(z, zLow, ATANH_PLAIN, ATANH_PAIRED);
  high = product(high, tail, z, zLow);
  high = product(high, tail, s, sLow);
  high = sum(s, sLow, high, tail);
  high = sum(exponent * LN2_HIGH, exponent * LN2_LOW, 2 * high, 2 * tail);
  return high + tail;
}

// pi/2 in three parts.
const HALF_PI_1 = 1.5707963267948966;
const HALF_PI_2 = 6.123233995736766e-17;
const HALF_PI_3 = -1.4973849048591698e-33;

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
/** (-1)^i / (first + 2 i)! from the last to the first, where `first` is the power that is positive. */
const alternating = (last: number, first: number): number[] =>
  Array.from({ length: (last - first) / 2 + 1 }, (_, i) => {
    const power = last - 2 * i;
    return ((power - first) % 4 === 0 ? 1 : -1) / factorial(power);
  });
const SIN_PLAIN = /* @__PURE__ */ alternating(21, 9);
const SIN_PAIRED = /* @__PURE__ */ pairs([-1, 5040], [1, 120], [-1, 6]);
const COS_PLAIN = /* @__PURE__ */ alternating(22, 8);
const COS_PAIRED = /* @__PURE__ */ pairs([-1, 720], [1, 24], [-1, 2]);

/** sin(x + quarters pi/2) by the series around the nearest multiple of pi/2. */
function sine(x: number, quarters: number): number {
  if (!(Math.abs(x) <= 2 ** 20)) {
    throw new Error(`roundedSin, roundedCos: the angle must lie within 2^20 of 0, got ${x}`);
  }
  if (x === 0 && quarters === 0) return x;
  const k = Math.round(x / HALF_PI_1);
  const first = k * HALF_PI_1;
  const firstTail = productError(k, HALF_PI_1, first);
  const second = k * HALF_PI_2;
  const secondTail = productError(k, HALF_PI_2, second);
  const a = x - first;
  const b = a - firstTail;
  const c = b - second;
  const lost = sumError(x, -first, a) + sumError(a, -firstTail, b) + sumError(b, -second, c);
  const r = pair(c, lost - secondTail - k * HALF_PI_3);
  const rLow = tail;

  const turn = (k + quarters) & 3;
  const z = product(r, rLow, r, rLow);
  const zLow = tail;
  let high: number;
  if (turn & 1) {
    high = series(z, zLow, COS_PLAIN, COS_PAIRED);
    high = product(high, tail, z, zLow);
    high = sum(1, 0, high, tail);
  } else {
    high = series(z, zLow, SIN_PLAIN, SIN_PAIRED);
    high = product(high, tail, z, zLow);
    high = product(high, tail, r, rLow);
    high = sum(r, rLow, high, tail);
  }
  const rounded = high + tail;
  return turn & 2 ? -rounded : rounded;
}

/**
 * The sine of an angle in radians within 2^20 of 0, correctly rounded but for about one value in a million, and equal
 * in every JavaScript engine. Throws for an angle further out.
 *
 * @example
 * ```ts
 * import { roundedSin } from '@kindling/tensor-core/internal';
 *
 * console.log(roundedSin(Math.PI)); // => 1.2246467991473532e-16
 * ```
 */
export function roundedSin(x: number): number {
  return sine(x, 0);
}

/**
 * The cosine of an angle in radians within 2^20 of 0, correctly rounded but for about one value in a million, and
 * equal in every JavaScript engine. Throws for an angle further out.
 *
 * @example
 * ```ts
 * import { roundedCos } from '@kindling/tensor-core/internal';
 *
 * console.log(roundedCos(1)); // => 0.5403023058681398
 * ```
 */
export function roundedCos(x: number): number {
  return sine(x, 1);
}

/** How many floats lie between two, counted over all bit patterns in order; 0 for two NaN, infinite for one. */
export function ulps(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) === Number.isNaN(y) ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(order(x) - order(y));
}

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

function order(x: number): number {
  float[0] = x;
  return bits[0]! < 0 ? -2147483648 - bits[0]! : bits[0]!;
}

/** Floats of every size and sign, evenly over the bit patterns: subnormal, infinite and NaN ones too. */
export function everyFloat(count: number): Float32Array {
  const patterns = new Uint32Array(count);
  const step = 2 ** 32 / count;
  for (let i = 0; i < count; i++) patterns[i] = Math.floor(i * step);
  return new Float32Array(patterns.buffer);
}

/** Zeros, ones, infinities, NaN, the largest and the smallest floats. */
export const edges: readonly number[] = [
  0,
  -0,
  1,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  3.4028234663852886e38,
  -3.4028234663852886e38,
  1.1754943508222875e-38,
  1.401298464324817e-45,
  -1.401298464324817e-45,
  0.5,
  2,
  88.72283,
  88.72284,
  -87.33655,
  -103.97208,
  -103.97209,
  0.625,
];

/**
 * The functions that the operations are made of. GLSL's own `exp`, `log`, `sin` and the rest may be wrong in the fourth
 * digit, and leave open what becomes of NaN and infinities, so these compute with multiplications and additions only.
 */
import type { GlslFunction } from './function.js';

/** A function of one float that gives a float. */
export function float1(name: string, body: string, ...uses: string[]): GlslFunction {
  return { name, returns: 'float', parameters: { x: 'float' }, body, uses };
}

/** `sum of coefficients[i] * z^i`, by Horner's rule, as a GLSL expression. */
export function polynomial(variable: string, coefficients: readonly number[]): string {
  return coefficients.reduceRight(
    (inner, coefficient) =>
      inner === '' ? glslFloat(coefficient) : `${glslFloat(coefficient)} + ${variable} * (${inner})`,
    '',
  );
}

/** A number as a GLSL float literal. */
export function glslFloat(value: number): string {
  const digits = String(Math.fround(value) === value ? value : Number(value.toPrecision(9)));
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** `exp(x) = sum x^n / n!`. */
const expSeries = range(8).map((n) => 1 / factorial(n));
/** `expm1(x) / x`. */
const expm1Series = range(9).map((n) => 1 / factorial(n + 1));
/** `log((1 + s) / (1 - s)) / s` in powers of `s * s`, which converges fast. */
const logSeries = range(6).map((n) => 2 / (2 * n + 1));
/** `sin(r) / r` and `cos(r)` in powers of `r * r`. */
const sinSeries = range(5).map((n) => (-1) ** n / factorial(2 * n + 1));
const cosSeries = range(6).map((n) => (-1) ** n / factorial(2 * n));
/** `erf(x) / x` in powers of `x * x`. */
const erfSeries = range(12).map((n) => ((2 / Math.sqrt(Math.PI)) * (-1) ** n) / (factorial(n) * (2 * n + 1)));
/** `erfc(x) * exp(x * x)` for x from 1 to 4 in powers of `1 / (1 + x / 2)`: a least-squares fit, good to 5e-11. */
const erfcFit = [0.00179969449, 0.259900033, 0.396106511, -0.0632516518, 0.635632753, -0.230439946];

/** log(2) in a part with few digits, whose products with small integers are exact, and the rest. */
const LN2_HIGH = '0.693359375';
const LN2_LOW = '-2.12194440e-4';

/** The same for pi / 2, in three parts. */
const HALF_PI = ['1.5703125', '4.837512969970703125e-4', '7.549789948768648e-8'] as const;

/** Takes the nearest multiple of pi / 2 from `x` (to 2e-6 for |x| up to 1e5), then goes one of four ways by which it was. */
const turn = (quarters: readonly [string, string, string, string]): string => `
  if (kdIsNan(x) || kdIsInf(x)) return kdNan();
  float n = floor(x * 0.636619772 + 0.5);
  float r = ((x - n * ${HALF_PI[0]}) - n * ${HALF_PI[1]}) - n * ${HALF_PI[2]};
  float z = r * r;
  float s = r * (${polynomial('z', sinSeries)});
  float c = ${polynomial('z', cosSeries)};
  float quarter = n - 4.0 * floor(n * 0.25);
  return quarter == 0.0 ? ${quarters[0]} : quarter == 1.0 ? ${quarters[1]} : quarter == 2.0 ? ${quarters[2]} : ${quarters[3]};`;

/** The building blocks, each prefixed `kd` so that no name of GLSL or GPU.js is taken. */
export const scalarFunctions: readonly GlslFunction[] = [
  { name: 'kdNan', returns: 'float', parameters: {}, body: 'uint bits = 0x7fc00000u; return uintBitsToFloat(bits);' },
  { name: 'kdInf', returns: 'float', parameters: {}, body: 'uint bits = 0x7f800000u; return uintBitsToFloat(bits);' },
  // By bits: a compiler may take it that x == x.
  {
    name: 'kdIsNan',
    returns: 'bool',
    parameters: { x: 'float' },
    body: 'return (floatBitsToUint(x) & 0x7fffffffu) > 0x7f800000u;',
  },
  {
    name: 'kdIsInf',
    returns: 'bool',
    parameters: { x: 'float' },
    body: 'return (floatBitsToUint(x) & 0x7fffffffu) == 0x7f800000u;',
  },
  {
    name: 'kdIsNegative',
    returns: 'bool',
    parameters: { x: 'float' },
    body: 'return (floatBitsToUint(x) & 0x80000000u) != 0u;',
  },
  {
    name: 'kdIsTrue',
    returns: 'bool',
    parameters: { x: 'float' },
    body: 'return x != 0.0 || kdIsNan(x);',
    uses: ['kdIsNan'],
  },
  {
    name: 'kdDivide',
    returns: 'float',
    parameters: { x: 'float', y: 'float' },
    body: `
  if (y != 0.0 || kdIsNan(y)) return x / y;
  if (x == 0.0 || kdIsNan(x)) return kdNan();
  return kdIsNegative(x) == kdIsNegative(y) ? kdInf() : -kdInf();`,
    uses: ['kdNan', 'kdInf', 'kdIsNan', 'kdIsNegative'],
  },
  {
    name: 'kdScale',
    returns: 'float',
    parameters: { x: 'float', n: 'int' },
    // In two steps, as 2^n alone may be too large or too small for a float.
    body: `
  int half_ = n / 2;
  return x * intBitsToFloat((half_ + 127) << 23) * intBitsToFloat((n - half_ + 127) << 23);`,
  },
  float1(
    'kdExp',
    `
  if (kdIsNan(x)) return x;
  if (x > 88.72284) return kdInf();
  if (x < -103.9721) return 0.0;
  float n = floor(x * 1.44269504 + 0.5);
  float r = (x - n * ${LN2_HIGH}) - n * ${LN2_LOW};
  return kdScale(${polynomial('r', expSeries)}, int(n));`,
    'kdIsNan',
    'kdInf',
    'kdScale',
  ),
  float1(
    'kdExpm1',
    `if (abs(x) < 0.35) return x * (${polynomial('x', expm1Series)});\n  return kdExp(x) - 1.0;`,
    'kdExp',
  ),
  float1(
    'kdLog',
    `
  if (kdIsNan(x) || x < 0.0) return kdNan();
  if (x == 0.0) return -kdInf();
  if (kdIsInf(x)) return x;
  uint bits = floatBitsToUint(x);
  int e = 0;
  if (bits < 0x00800000u) {
    bits = floatBitsToUint(x * 8388608.0);
    e = -23;
  }
  e += int(bits >> 23) - 127;
  float m = uintBitsToFloat((bits & 0x007fffffu) | 0x3f800000u);
  if (m > 1.41421356) {
    m *= 0.5;
    e += 1;
  }
  float s = (m - 1.0) / (m + 1.0);
  float z = s * s;
  return float(e) * ${LN2_HIGH} + (float(e) * ${LN2_LOW} + s * (${polynomial('z', logSeries)}));`,
    'kdIsNan',
    'kdIsInf',
    'kdNan',
    'kdInf',
  ),
  // A float without its last bits. A compiler sees no more that it was a product, and so keeps it as it is.
  float1('kdHigh', 'return uintBitsToFloat(floatBitsToUint(x) & 0xfffffff0u);'),
  // x * y - near, to more digits than a float has, for `near` close to x * y.
  {
    name: 'kdProductRest',
    returns: 'float',
    parameters: { x: 'float', y: 'float', near: 'float' },
    body: `
  float a = uintBitsToFloat(floatBitsToUint(x) & 0xfffff000u);
  float b = uintBitsToFloat(floatBitsToUint(y) & 0xfffff000u);
  return ((a * b - near) + a * (y - b) + (x - a) * b) + (x - a) * (y - b);`,
  },
  // x^y for x above 0, with the logarithm in two floats: one float's error, times y, would be that of the power.
  {
    name: 'kdPower',
    returns: 'float',
    parameters: { x: 'float', y: 'float' },
    body: `
  float rough = y * kdLog(x);
  if (rough > 90.0) return kdInf();
  if (rough < -110.0) return 0.0;
  uint bits = floatBitsToUint(x);
  float e = float(int(bits >> 23) - 127);
  float m = uintBitsToFloat((bits & 0x007fffffu) | 0x3f800000u);
  if (m > 1.41421356) {
    m *= 0.5;
    e += 1.0;
  }
  float d = m + 1.0;
  float s = (m - 1.0) / d;
  // What d lost in rounding is 1 - (d - m).
  float z = s * s;
  float near = kdHigh(s * d);
  float rest = ((((m - 1.0) - near) - kdProductRest(s, d, near)) - s * (1.0 - (d - m))) / d;
  float high = e * ${LN2_HIGH} + 2.0 * s;
  float low = (e * ${LN2_HIGH} - high) + 2.0 * s;
  low += e * ${LN2_LOW} + 2.0 * rest + s * z * (${polynomial('z', logSeries.slice(1))});
  float sum = high + low;
  low -= sum - high;
  near = kdHigh(y * sum);
  return kdExp(near) * (1.0 + (kdProductRest(y, sum, near) + y * low));`,
    uses: ['kdLog', 'kdInf', 'kdExp', 'kdHigh', 'kdProductRest'],
  },
  float1(
    'kdLog1p',
    `
  if (x < -0.4 || x > 0.4 || kdIsNan(x)) return kdLog(1.0 + x);
  float s = x / (2.0 + x);
  float z = s * s;
  return s * (${polynomial('z', logSeries)});`,
    'kdLog',
    'kdIsNan',
  ),
  float1(
    'kdSqrt',
    `
  if (x < 0.0) return kdNan();
  return x == 0.0 || kdIsInf(x) || kdIsNan(x) ? x : sqrt(x);`,
    'kdNan',
    'kdIsInf',
    'kdIsNan',
  ),
  float1('kdSin', turn(['s', 'c', '-s', '-c']), 'kdNan', 'kdIsNan', 'kdIsInf'),
  float1('kdCos', turn(['c', '-s', '-c', 's']), 'kdNan', 'kdIsNan', 'kdIsInf'),
  // From 1 where they are near it, so that what is missing there is exact: gradients are made of that.
  float1(
    'kdTanh',
    `
  if (kdIsNan(x)) return x;
  float size = abs(x);
  if (size > 9.1) return x > 0.0 ? 1.0 : -1.0;
  if (size > 0.5) {
    float y = 1.0 - 2.0 / (kdExp(2.0 * size) + 1.0);
    return x > 0.0 ? y : -y;
  }
  float t = kdExpm1(2.0 * x);
  return t / (t + 2.0);`,
    'kdIsNan',
    'kdExp',
    'kdExpm1',
  ),
  float1(
    'kdSigmoid',
    `
  float e = kdExp(-abs(x));
  float rest = e / (1.0 + e);
  return x > 0.0 ? 1.0 - rest : rest;`,
    'kdExp',
  ),
  float1(
    'kdErf',
    `
  if (kdIsNan(x)) return x;
  float size = abs(x);
  float z = x * x;
  if (size < 1.0) return x * (${polynomial('z', erfSeries)});
  float t = 1.0 / (1.0 + 0.5 * size);
  float y = size > 4.0 ? 1.0 : 1.0 - kdExp(-z) * (${polynomial('t', erfcFit)});
  return x > 0.0 ? y : -y;`,
    'kdIsNan',
    'kdExp',
  ),
];

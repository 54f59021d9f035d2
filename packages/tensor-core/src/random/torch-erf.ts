import type { FloatDtype } from './generator.js';
import { PRECISION } from './torch-precision.js';

// The rational approximations of fdlibm's s_erf.c (Sun Microsystems, 1993), which the C libraries use too: on
// [0, 0.84375], [0.84375, 1.25], [1.25, 1/0.35] and beyond.
const NEAR_TOP = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -2.3763016656650163e-5,
];
const NEAR_BOTTOM = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164, -3.960228278775368e-6,
];
const ERF_OF_1 = 0.8450629115104675;
const ONE_TOP = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
  0.035478304325618236, -0.002166375594868791,
];
const ONE_BOTTOM = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
  0.011984499846799107,
];
const MIDDLE_TOP = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
  -184.60509290671104, -81.2874355063066, -9.814329344169145,
];
const MIDDLE_BOTTOM = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
  108.63500554177944, 6.570249770319282, -0.0604244152148581,
];
const FAR_TOP = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
  -1025.0951316110772, -483.5191916086514,
];
const FAR_BOTTOM = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
  474.52854120695537, -22.44095244658582,
];

/** The error function 2/sqrt(pi) * integral of exp(-t^2) from 0 to x, in float64 or as the C library's `erff`. */
export function erf(x: number, dtype: FloatDtype = 'float64'): number {
  const { round, polynomial } = PRECISION[dtype];
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  const sign = x < 0 ? -1 : 1;
  if (size < 0.84375) {
    if (size < 2 ** -28) return round(x + round(x * round(0.1283791670955126)));
    const z = round(x * x);
    return round(x + round(x * round(polynomial(z, NEAR_TOP) / polynomial(z, NEAR_BOTTOM))));
  }
  if (size < 1.25) {
    const s = round(size - 1);
    return sign * round(round(ERF_OF_1) + round(polynomial(s, ONE_TOP) / polynomial(s, ONE_BOTTOM)));
  }
  if (size >= 6) return sign;
  const s = round(1 / round(size * size));
  const far = size >= 1 / 0.35;
  const ratio = round(polynomial(s, far ? FAR_TOP : MIDDLE_TOP) / polynomial(s, far ? FAR_BOTTOM : MIDDLE_BOTTOM));
  // exp(-x^2) in two factors: the first exponent is exact, because z has only the upper bits of x.
  const z = truncate(size, dtype);
  const first = round(Math.exp(round(round(-z * z) - 0.5625)));
  const second = round(Math.exp(round(round(round(z - size) * round(z + size)) + ratio)));
  return sign * round(1 - round(round(first * second) / size));
}

const float = new Float32Array(1);
const word = new Uint32Array(float.buffer);

/** So much of x that its square is exact in the dtype. */
function truncate(x: number, dtype: FloatDtype): number {
  if (dtype === 'float64') return Math.fround(x);
  float[0] = x;
  word[0]! &= 0xfffff000;
  return float[0]!;
}

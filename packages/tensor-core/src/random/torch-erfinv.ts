import type { FloatDtype } from './generator.js';
import { roundedLog } from './rounded.js';
import { erf } from './torch-erf.js';
import { PRECISION } from './torch-precision.js';

// PyTorch's erfinv starts from these rationals: the centre, |y| <= 0.7, and the tails.
const CENTRE_TOP = [0.886226899, -1.645349621, 0.914624893, -0.140543331];
const CENTRE_BOTTOM = [1, -2.118377725, 1.442710462, -0.329097515, 0.012229801];
const TAIL_TOP = [-1.970840454, -1.624906493, 3.429567803, 1.641345311];
const TAIL_BOTTOM = [1, 3.5438892, 1.6370678];

// The C library's logf, good to 0.82 ulp: x = z 2^k, with 1/c for the middle c of each sixteenth of z's range.
const LOG_INVERSES = [
  1.398907162146528, 1.3403141896637998, 1.286432210124115, 1.2367150214269895, 1.1906977166711752, 1.1479821020556429,
  1.1082251448272158, 1.0711297413057381, 1.036437278977283, 1.0, 0.9492859795739057, 0.8951049428609004,
  0.8476821620351103, 0.8050314851692001, 0.7664671008843108, 0.731428603316328,
];
const LOG_CENTRES = LOG_INVERSES.map((inverse) => -roundedLog(inverse));
const [LOG_4, LOG_3, LOG_2] = [-0.25089342214237154, 0.333456765744066, -0.4999997485802103] as const;
const floats = new Float32Array(1);
const words = new Int32Array(floats.buffer);

function log32(x: number): number {
  floats[0] = x;
  const offset = words[0]! - 0x3f330000;
  const sixteenth = (offset >>> 19) & 15;
  words[0]! -= offset & 0xff800000;
  const r = floats[0]! * LOG_INVERSES[sixteenth]! - 1;
  const square = r * r;
  const high = LOG_4 * square + (LOG_3 * r + LOG_2);
  return Math.fround(high * square + (LOG_CENTRES[sixteenth]! + (offset >> 23) * Math.LN2 + r));
}

/**
 * The x with erf(x) = y for y in [-1, 1], NaN outside, by PyTorch's `erfinv` (a rational start and two Newton steps, in
 * the arithmetic of the dtype, whose rounding shows in the tails).
 */
export function erfinv(y: number, dtype: FloatDtype = 'float64'): number {
  const { round, fma } = PRECISION[dtype];
  const size = Math.abs(y);
  if (!(size <= 1)) return Number.NaN;
  if (size === 1) return y * Number.POSITIVE_INFINITY;
  const fused = (x: number, coefficients: readonly number[]): number => {
    let sum = round(coefficients.at(-1)!);
    for (let i = coefficients.length - 2; i >= 0; i--) sum = fma(sum, x, round(coefficients[i]!));
    return sum;
  };
  const log = dtype === 'float32' ? log32 : roundedLog;
  let x: number;
  if (size <= round(0.7)) {
    const z = round(y * y);
    x = round(round(y * fused(z, CENTRE_TOP)) / fused(z, CENTRE_BOTTOM));
  } else {
    const z = round(Math.sqrt(-log(round(round(1 - size) / 2))));
    x = round((Math.sign(y) * fused(z, TAIL_TOP)) / fused(z, TAIL_BOTTOM));
  }
  const scale = round(2 / round(Math.sqrt(Math.PI)));
  for (let step = 0; step < 2; step++) {
    const slope = round(scale * round(Math.exp(round(-x * x))));
    x = round(x - round(round(erf(x, dtype) - y) / slope));
  }
  return x;
}

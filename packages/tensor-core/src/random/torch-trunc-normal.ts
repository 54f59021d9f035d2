import type { FloatArrays, FloatDtype, Generator, TruncNormal } from './generator.js';
import { erf } from './torch-erf.js';
import { erfinv } from './torch-erfinv.js';
import { PRECISION } from './torch-precision.js';

/**
 * One uniform a value between the cumulative probabilities of the two ends, sent back through the inverse error
 * function: `torch.nn.init.trunc_normal_`.
 */
export function torchTruncNormal<D extends FloatDtype>(
  generator: Generator,
  n: number,
  { mean, std, a, b }: TruncNormal,
  dtype: D,
): FloatArrays[D] {
  const { round } = PRECISION[dtype];
  const below = normalCdf((a - mean) / std);
  const upTo = normalCdf((b - mean) / std);
  const scale = round(std * Math.sqrt(2));
  const [shift, least, most] = [round(mean), round(a), round(b)];
  const values = generator.uniform(n, 2 * below - 1, 2 * upTo - 1, dtype);
  for (let i = 0; i < n; i++) {
    const value = round(round(erfinv(values[i]!, dtype) * scale) + shift);
    values[i] = Math.min(Math.max(value, least), most);
  }
  return values;
}

function normalCdf(x: number): number {
  return (1 + erf(x / Math.sqrt(2))) / 2;
}

import { checkCount, checkNormal } from './checks.js';
import { erf } from './erf.js';
import { erfinv } from './erfinv.js';
import type { FloatArrays, FloatDtype, Generator } from './generator.js';

/** What `truncNormal` draws from. */
export interface TruncNormalOptions<D extends FloatDtype = 'float32'> {
  /** The mean before cutting; 0 by default. */
  readonly mean?: number;
  /** The standard deviation before cutting, above 0; 1 by default. */
  readonly std?: number;
  /** The smallest value; -2 by default. */
  readonly a?: number;
  /** The largest value; 2 by default. */
  readonly b?: number;
  /** The element type; float32 by default. */
  readonly dtype?: D;
}

/**
 * `n` values of a normal distribution cut to [a, b], one uniform each, as `torch.nn.init.trunc_normal_` draws them: a
 * uniform between the cumulative probabilities of the two ends, sent back through the inverse error function.
 * Throws where a > b, std is not above 0, or a bound is NaN.
 *
 * @example
 * ```ts
 * import { truncNormal } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 *
 * const values = truncNormal(new TorchGenerator(0), 1000, { std: 0.02, a: -0.04, b: 0.04 });
 * console.log(values.every((x) => Math.abs(x) <= 0.0400001)); // => true
 * ```
 */
export function truncNormal<D extends FloatDtype = 'float32'>(
  generator: Generator,
  n: number,
  options: TruncNormalOptions<D> = {},
): FloatArrays[D] {
  const { mean = 0, std = 1, a = -2, b = 2 } = options;
  const dtype: FloatDtype = options.dtype ?? 'float32';
  checkCount('truncNormal', n);
  checkNormal('truncNormal', mean, std);
  if (std === 0) throw new Error('truncNormal: expects std > 0, got 0');
  if (!(a <= b)) throw new Error(`truncNormal: expects a <= b, got a = ${a}, b = ${b}`);
  const below = normalCdf((a - mean) / std);
  const upTo = normalCdf((b - mean) / std);
  const round = dtype === 'float64' ? (x: number): number => x : Math.fround;
  const scale = round(std * Math.sqrt(2));
  const [shift, least, most] = [round(mean), round(a), round(b)];

  const values: Float32Array | Float64Array = generator.uniform(n, 2 * below - 1, 2 * upTo - 1, dtype);
  for (let i = 0; i < n; i++) {
    const value = round(round(erfinv(values[i]!, dtype) * scale) + shift);
    values[i] = Math.min(Math.max(value, least), most);
  }
  return values as FloatArrays[D];
}

function normalCdf(x: number): number {
  return (1 + erf(x / Math.sqrt(2))) / 2;
}

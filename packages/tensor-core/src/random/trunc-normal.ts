import { checkChoice, checkOptions, wrong } from '@internal/arguments';
import { ArgumentError } from '../errors.js';
import { checkCount, checkNormal, newFloats } from './checks.js';
import type { FloatArrays, FloatDtype, Generator, TruncNormal } from './generator.js';
import { steadyLog } from './steady-log.js';

/** What `truncNormal` draws from. */
export interface TruncNormalOptions<D extends FloatDtype = 'float32'> extends Partial<TruncNormal> {
  /** The element type; float32 by default. */
  readonly dtype?: D;
}

/**
 * `n` values of a normal distribution cut to [a, b]: with a `TorchGenerator` those that `torch.nn.init.trunc_normal_`
 * draws, with other engines by rejection of uniform proposals (Robert, "Simulation of truncated normal variables", 1995).
 * Throws where a > b, std is not above 0, or a bound is NaN.
 *
 * @example
 * ```ts
 * import { SeedrandomGenerator, truncNormal } from '@kindling/tensor-core';
 *
 * const values = truncNormal(new SeedrandomGenerator(0), 1000, { std: 0.02, a: -0.04, b: 0.04 });
 * console.log(values.every((x) => Math.abs(x) <= 0.0400001)); // => true
 * ```
 */
export function truncNormal<D extends FloatDtype = 'float32'>(
  generator: Generator,
  n: number,
  options: TruncNormalOptions<D> = {},
): FloatArrays[D] {
  checkOptions<TruncNormalOptions<D>>(ArgumentError, 'truncNormal', options, { mean: 1, std: 1, a: 1, b: 1, dtype: 1 });
  if (typeof generator?.random !== 'function')
    wrong(ArgumentError, 'truncNormal', 'the generator', 'a Generator', generator);
  const { mean = 0, std = 1, a = -2, b = 2, dtype = 'float32' as D } = options;
  for (const [what, value] of Object.entries({ mean, std, a, b }))
    if (typeof value !== 'number') wrong(ArgumentError, 'truncNormal', what, 'a number', value);
  checkChoice(ArgumentError, 'truncNormal', 'the dtype', dtype, ['float32', 'float64']);
  checkCount('truncNormal', n);
  checkNormal('truncNormal', mean, std);
  if (std === 0) throw new Error('truncNormal: expects std > 0, got 0');
  if (!(a <= b)) throw new Error(`truncNormal: expects a <= b, got a = ${a}, b = ${b}`);
  const distribution = { mean, std, a, b };
  return generator.truncNormal?.(n, distribution, dtype) ?? byRejection(generator, n, distribution, dtype);
}

function byRejection<D extends FloatDtype>(
  generator: Generator,
  n: number,
  { mean, std, a, b }: TruncNormal,
  dtype: D,
): FloatArrays[D] {
  const [low, high] = [(a - mean) / std, (b - mean) / std];
  // The density is highest at `top`, and less than 2^-53 of that beyond `reach`.
  const top = Math.min(Math.max(0, low), high);
  const reach = Math.sqrt(top * top + 2 * 53 * Math.LN2);
  const from = Math.max(low, -reach);
  const range = Math.min(high, reach) - from;
  const out = newFloats(n, dtype);
  for (let i = 0; i < n; i++) {
    let x: number;
    do x = from + range * generator.random();
    while (2 * steadyLog(1 - generator.random()) > top * top - x * x);
    out[i] = Math.min(Math.max(mean + std * x, a), b);
  }
  return out;
}

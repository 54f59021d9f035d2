import { checkOptions, describe, type Known } from '@internal/arguments';
import { MetricError } from '../errors.js';
import { type Interval, outside, whole } from './checks.js';
import { betaQuantile, normalQuantile } from './distributions.js';

/** Options of {@link proportionInterval}. */
export interface ProportionIntervalOptions {
  /** `'wilson'` (the default) is close to the confidence on average, `'clopper-pearson'` never below it. */
  method?: 'wilson' | 'clopper-pearson' | undefined;
  /** How often such intervals hold the true proportion; 0.95 when left out. */
  confidence?: number | undefined;
}

const known: Known<ProportionIntervalOptions> = { method: 1, confidence: 1 };
const where = 'proportionInterval';

/**
 * An interval for a proportion such as an accuracy, a recall or a precision, from how many of how many.
 * Wilson, "Probable inference, the law of succession, and statistical inference" (1927), or the exact one of Clopper and
 * Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial" (1934).
 *
 * @param successes how many, a whole number
 * @param trials of how many, a whole number from 1
 * @throws MetricError for counts that are no whole numbers, more successes than trials, or an unknown method
 * @example
 * ```ts
 * import { proportionInterval } from '@kindling/metrics';
 *
 * const { estimate, low, high } = proportionInterval(45, 50);
 * console.log(estimate, low.toFixed(3), high.toFixed(3)); // => 0.9 0.786 0.957
 * ```
 */
export function proportionInterval(
  successes: number,
  trials: number,
  options: ProportionIntervalOptions = {},
): Interval {
  checkOptions(MetricError, where, options, known);
  const { method = 'wilson', confidence = 0.95 } = options;
  whole(where, 'trials', trials, 1);
  whole(where, 'successes', successes, 0);
  if (successes > trials) throw new MetricError(`${where}: ${successes} successes are more than ${trials} trials`);
  const alpha = outside(where, confidence);
  const estimate = successes / trials;
  if (method === 'clopper-pearson') {
    const low = successes === 0 ? 0 : betaQuantile(alpha / 2, successes, trials - successes + 1);
    const high = successes === trials ? 1 : betaQuantile(1 - alpha / 2, successes + 1, trials - successes);
    return { estimate, low, high, confidence };
  }
  if (method !== 'wilson') {
    throw new MetricError(`${where}: method is ${describe(method)}, expected 'wilson' or 'clopper-pearson'`);
  }
  const z = normalQuantile(alpha);
  const square = z * z;
  const centre = (successes + square / 2) / (trials + square);
  const reach = (z / (trials + square)) * Math.sqrt((successes * (trials - successes)) / trials + square / 4);
  return {
    estimate,
    low: successes === 0 ? 0 : centre - reach,
    high: successes === trials ? 1 : centre + reach,
    confidence,
  };
}

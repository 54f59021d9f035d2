import { describe } from '@internal/arguments';
import { ArgumentError, type Generator } from '@kindling/tensor-core';

/** Values of which a search draws some. */
export interface Distribution<T = number> {
  /** One value. */
  draw(random: Generator): T;
}

/**
 * Numbers evenly from `low` up to `high`.
 *
 * @throws `ArgumentError` unless `low` is below `high`, both finite.
 * @example
 * ```ts
 * import { parameterSampler, uniform } from '@kindling/train';
 * const [{ dropout }] = parameterSampler({ dropout: uniform(0, 0.5) }, { count: 1 }) as [{ dropout: number }];
 * console.log(dropout >= 0 && dropout < 0.5); // => true
 * ```
 */
export function uniform(low: number, high: number): Distribution {
  checkRange('uniform', low, high);
  return { draw: (random) => low + (high - low) * random.random() };
}

/**
 * Numbers from `low` up to `high`, each power of ten as likely as the next: for learning rates and penalties.
 *
 * @throws `ArgumentError` unless `low` is above 0 and below `high`, both finite.
 * @example
 * ```ts
 * import { logUniform, parameterSampler } from '@kindling/train';
 * const rates = parameterSampler({ lr: logUniform(1e-4, 1) }, { count: 100 }).map(({ lr }) => lr);
 * console.log(rates.filter((lr) => lr < 0.01).length > 30); // => true
 * ```
 */
export function logUniform(low: number, high: number): Distribution {
  checkRange('logUniform', low, high);
  if (!(low > 0)) throw new ArgumentError(`logUniform: low must be above 0, not ${low}`);
  return { draw: (random) => Math.min(low * (high / low) ** random.random(), high) };
}

/**
 * Whole numbers from `low` to `high`, both among them.
 *
 * @throws `ArgumentError` unless both are whole numbers of 32 bits, and `low` is below `high`.
 * @example
 * ```ts
 * import { parameterSampler, wholeNumbers } from '@kindling/train';
 * const units = parameterSampler({ units: wholeNumbers(1, 3) }, { count: 50 }).map(({ units }) => units);
 * console.log([...new Set(units)].sort()); // => [ 1, 2, 3 ]
 * ```
 */
export function wholeNumbers(low: number, high: number): Distribution {
  checkRange('wholeNumbers', low, high);
  if ((low | 0) !== low || (high | 0) !== high || high === 2 ** 31 - 1) {
    throw new ArgumentError(`wholeNumbers: low and high must be whole numbers of 32 bits, not ${low} and ${high}`);
  }
  return { draw: (random) => random.integers(1, low, high + 1)[0]! };
}

function checkRange(where: string, low: number, high: number): void {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    throw new ArgumentError(
      `${where}: low must be below high, both finite, not ${describe(low)} and ${describe(high)}`,
    );
  }
}

import { checkOptions, type Known } from '@internal/arguments';
import { MetricError } from '../errors.js';
import { checkLengths, type Labels, readLabels } from '../inputs.js';
import { codeTexts } from '../text-labels.js';
import { binomialCdf, chiSquaredTail } from './distributions.js';

/** Options of {@link mcnemarTest}. */
export interface McnemarOptions {
  /** The exact binomial test, or the chi-squared one with Edwards' correction; exact below 25 samples that differ. */
  exact?: boolean | undefined;
}

/** What {@link mcnemarTest} says of two classifiers. */
export interface ComparedPredictions {
  /** How many samples only the first predicted right, and only the second. */
  readonly onlyA: number;
  readonly onlyB: number;
  /** How likely a difference of this size or more is where there is none, in [0, 1]. */
  readonly pValue: number;
  readonly exact: boolean;
}

const known: Known<McnemarOptions> = { exact: 'boolean' };
const where = 'mcnemarTest';

/**
 * Tests whether two classifiers are wrong equally often on the same samples (McNemar, "Note on the sampling error of the
 * difference between correlated proportions or percentages", 1947; two-sided).
 *
 * @param yTrue the true classes, `[n]`
 * @param yPredA the first one's predictions, `[n]`
 * @param yPredB the second one's, `[n]`
 * @throws MetricError for an empty argument or different lengths
 * @example
 * ```ts
 * import { mcnemarTest } from '@kindling/metrics';
 *
 * const truth = [1, 1, 1, 1, 1, 1, 0, 0];
 * const { onlyA, onlyB, pValue } = mcnemarTest(truth, [1, 1, 1, 1, 1, 1, 0, 1], [0, 0, 0, 0, 0, 1, 0, 0]);
 * console.log(onlyA, onlyB, pValue.toFixed(4)); // => 5 1 0.2188
 * ```
 */
export function mcnemarTest(
  yTrue: Labels,
  yPredA: Labels,
  yPredB: Labels,
  options: McnemarOptions = {},
): ComparedPredictions {
  checkOptions(MetricError, where, options, known);
  const names = ['yTrue', 'yPredA', 'yPredB'] as const;
  const given = [yTrue, yPredA, yPredB];
  const { columns } = codeTexts(
    where,
    names.map((name, i) => [name, given[i]!]),
    {},
  );
  const [truth, a, b] = columns.map((column, i) => readLabels(where, names[i]!, column)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  checkLengths(where, 'yTrue', truth.length, 'yPredA', a.length);
  checkLengths(where, 'yTrue', truth.length, 'yPredB', b.length);
  let onlyA = 0;
  let onlyB = 0;
  for (let i = 0; i < truth.length; i++) {
    if (a[i] === truth[i] && b[i] !== truth[i]) onlyA++;
    if (b[i] === truth[i] && a[i] !== truth[i]) onlyB++;
  }
  const differ = onlyA + onlyB;
  const exact = options.exact ?? differ < 25;
  const pValue = exact
    ? Math.min(1, 2 * binomialCdf(Math.min(onlyA, onlyB), differ, 0.5))
    : differ === 0
      ? 1
      : chiSquaredTail(Math.max(0, Math.abs(onlyA - onlyB) - 1) ** 2 / differ);
  return { onlyA, onlyB, pValue, exact };
}

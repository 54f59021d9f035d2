import { MetricError } from './errors.js';
import { checkLengths, readScores, type Scores } from './inputs.js';
import { sum } from './sum.js';

/**
 * The area under a curve by the trapezoid rule.
 * Equal to scikit-learn's `auc`.
 *
 * @param x positions, `[n]`, ascending or descending
 * @param y heights, `[n]`
 * @throws MetricError for fewer than two points, different lengths, a value that is not finite, or an `x` that turns
 * @example
 * ```ts
 * import { auc } from '@kindling/metrics';
 *
 * console.log(auc([0, 0.5, 1], [0, 1, 1])); // => 0.75
 * ```
 */
export function auc(x: Scores, y: Scores): number {
  const xs = readScores('auc', 'x', x);
  const ys = readScores('auc', 'y', y);
  checkLengths('auc', 'x', xs.length, 'y', ys.length);
  if (xs.length < 2) throw new MetricError('auc: x holds one point, an area needs two or more');
  const steps = xs.subarray(1).map((value, i) => value - xs[i]!);
  const direction = steps.some((step) => step < 0) ? -1 : 1;
  const turn = steps.findIndex((step) => step * direction < 0);
  if (turn >= 0) {
    throw new MetricError(`auc: x neither ascends nor descends: it turns at x[${turn}] = ${xs[turn]}`);
  }
  return direction * sum(steps.map((step, i) => (step * (ys[i]! + ys[i + 1]!)) / 2));
}

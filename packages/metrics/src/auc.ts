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
  return areaUnder(xs, ys);
}

/** The same of numbers that have been read. */
export function areaUnder(xs: Float64Array, ys: Float64Array): number {
  const parts = new Float64Array(xs.length - 1);
  let direction = 1;
  for (let i = 0; i < parts.length; i++) {
    const step = xs[i + 1]! - xs[i]!;
    if (step < 0) direction = -1;
    parts[i] = (step * (ys[i]! + ys[i + 1]!)) / 2;
  }
  for (let i = 0; i < parts.length; i++) {
    if ((xs[i + 1]! - xs[i]!) * direction < 0) {
      throw new MetricError(`auc: x neither ascends nor descends: it turns at x[${i}] = ${xs[i]}`);
    }
  }
  return direction * sum(parts);
}

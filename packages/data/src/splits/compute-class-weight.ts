import { ArgumentError } from '@kindling/tensor-core';
import { encodeLabels, type Label } from '../preprocessing/labels.js';

/**
 * A weight for each class that makes all classes count alike, rows / (classes x rows of the class): scikit-learn's
 * `compute_class_weight` with `balanced`. `rows` has the weight of each row, as a `WeightedRandomSampler` takes it.
 *
 * @throws `ArgumentError` for no labels, or labels of several kinds.
 * @example
 * ```ts
 * import { computeClassWeight } from '@kindling/data';
 *
 * const { classes, weights, rows } = computeClassWeight(['ok', 'ok', 'ok', 'fraud']);
 * console.log(classes, weights); // => [ 'fraud', 'ok' ] Float64Array(2) [ 2, 0.6666666666666666 ]
 * console.log(rows[3]); // => 2
 * ```
 */
export function computeClassWeight<T extends Label>(
  labels: ArrayLike<T>,
): { classes: T[]; weights: Float64Array; rows: Float64Array } {
  const { classes, codes } = encodeLabels('computeClassWeight', labels);
  if (classes.length === 0) throw new ArgumentError('computeClassWeight: there are no labels');
  const counts = new Float64Array(classes.length);
  for (const code of codes) counts[code]!++;
  const weights = counts.map((count) => codes.length / (classes.length * count));
  return { classes, weights, rows: Float64Array.from(codes, (code) => weights[code]!) };
}

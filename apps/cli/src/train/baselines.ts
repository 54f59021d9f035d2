import type { Measures } from '@kindling/train';
import type { Score } from '../tables/show-measures.js';

/** What comes of always saying the class that is more frequent in training, with its share there as the probability. */
export function majority(training: readonly [number, number], { confusion }: Measures): Score {
  const [negatives, positives] = confusion.map(([a, b]) => a + b) as [number, number];
  const rows = negatives + positives;
  const share = training[1] / (training[0] + training[1]);
  const saysPositive = share > 0.5;
  return {
    accuracy: (saysPositive ? positives : negatives) / rows,
    auc: negatives > 0 && positives > 0 ? 0.5 : null,
    logLoss: -(positives * Math.log(share) + negatives * Math.log(1 - share)) / rows,
    brier: (positives * (1 - share) ** 2 + negatives * share ** 2) / rows,
    f1: saysPositive && positives > 0 ? (2 * positives) / (rows + positives) : 0,
  };
}

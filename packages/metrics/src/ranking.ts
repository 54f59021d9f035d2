import type { Known } from '@internal/arguments';
import { checkLengths, type Label, type Labels, readLabels, readScores, readWeights, type Scores } from './inputs.js';
import { positiveLabel } from './labels.js';
import { ascending } from './order.js';
import { checkPositiveText, codeTexts } from './text-labels.js';

/** Options of the curves over all thresholds. */
export interface RankingOptions {
  /** The class that counts as positive; 1 when left out and the labels are 0 and 1, or -1 and 1. */
  posLabel?: Label | undefined;
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
}

/** The names of {@link RankingOptions}. */
export const knownRanking: Known<RankingOptions> = { posLabel: 1, sampleWeight: 1 };

/** Cumulated weights: entry `i` is what a classifier gets that says "positive" from `thresholds[i]` on. */
export interface Ranking {
  readonly falsePositives: number[];
  readonly truePositives: number[];
  /** Distinct scores, descending. */
  readonly thresholds: number[];
}

/** Reads the arguments of a ranking metric and ranks them. */
export function rankSamples(where: string, yTrue: Labels, yScore: Scores, options: RankingOptions): Ranking {
  checkPositiveText(where, yTrue, options.posLabel);
  const coded = codeTexts(where, [['yTrue', yTrue]], options);
  const truth = readLabels(where, 'yTrue', coded.columns[0]!);
  const scores = readScores(where, 'yScore', yScore);
  checkLengths(where, 'yTrue', truth.length, 'yScore', scores.length);
  const weights = readWeights(where, options.sampleWeight, truth.length);
  // A sample without weight has no say, not even in which label is positive.
  const positive = positiveLabel(
    where,
    truth.filter((_, i) => weights[i] !== 0),
    coded.options.posLabel,
  );
  return rank(
    scores,
    Uint8Array.from(truth, (label) => Number(label === positive)),
    weights,
  );
}

/** Cumulates weights by descending score, one entry a distinct score; samples of weight zero are passed over. */
export function rank(scores: Float64Array, positive: Uint8Array, weights: Float64Array): Ranking {
  // Stable ascending, then read from the end: scikit-learn's order among ties, so that sums round alike.
  const order = ascending(scores);
  const falsePositives: number[] = [];
  const truePositives: number[] = [];
  const thresholds: number[] = [];
  let hits = 0;
  let misses = 0;
  for (let i = order.length - 1; i >= 0; i--) {
    const sample = order[i]!;
    const weight = weights[sample]!;
    if (weight === 0) continue;
    const score = scores[sample]!;
    if (thresholds.length > 0 && thresholds[thresholds.length - 1] !== score) {
      falsePositives.push(misses);
      truePositives.push(hits);
      thresholds.push(score);
    } else if (thresholds.length === 0) thresholds.push(score);
    if (positive[sample] === 1) hits += weight;
    else misses += weight;
  }
  falsePositives.push(misses);
  truePositives.push(hits);
  return { falsePositives, truePositives, thresholds };
}

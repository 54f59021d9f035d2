import { aColumn, aLabel, type Known } from '@internal/arguments';
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
export const knownRanking: Known<RankingOptions> = { posLabel: aLabel, sampleWeight: aColumn };

/** Cumulated weights: entry `i` is what a classifier gets that says "positive" from `thresholds[i]` on. */
export interface Ranking {
  readonly falsePositives: Float64Array;
  readonly truePositives: Float64Array;
  /** Distinct scores, descending. */
  readonly thresholds: Float64Array;
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
  const counted = options.sampleWeight === undefined ? truth : truth.filter((_, i) => weights[i] !== 0);
  return rank(scores, marksOf(truth, positiveLabel(where, counted, coded.options.posLabel)), weights);
}

/** 1 where a label is the positive one. */
export function marksOf(truth: Float64Array, positive: number): Uint8Array {
  const marks = new Uint8Array(truth.length);
  for (let i = 0; i < truth.length; i++) if (truth[i] === positive) marks[i] = 1;
  return marks;
}

/** Cumulates weights by descending score, one entry a distinct score; samples of weight zero are passed over. */
export function rank(scores: Float64Array, positive: Uint8Array, weights: Float64Array): Ranking {
  // Stable ascending, then read from the end: scikit-learn's order among ties, so that sums round alike.
  const order = ascending(scores);
  const falsePositives = new Float64Array(order.length);
  const truePositives = new Float64Array(order.length);
  const thresholds = new Float64Array(order.length);
  let hits = 0;
  let misses = 0;
  let last = -1;
  for (let i = order.length - 1; i >= 0; i--) {
    const sample = order[i]!;
    const weight = weights[sample]!;
    if (weight === 0) continue;
    const score = scores[sample]!;
    if (last < 0 || thresholds[last] !== score) thresholds[++last] = score;
    if (positive[sample] === 1) hits += weight;
    else misses += weight;
    falsePositives[last] = misses;
    truePositives[last] = hits;
  }
  return firstOf({ falsePositives, truePositives, thresholds }, last + 1);
}

/** The entries that `keep` says yes to; of the first and the last it is not asked. */
export function thinned(ranking: Ranking, keep: (i: number) => boolean): Ranking {
  const { length } = ranking.thresholds;
  const [falsePositives, truePositives, thresholds] = [0, 1, 2].map(() => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let kept = 0;
  for (let i = 0; i < length; i++) {
    if (i > 0 && i < length - 1 && !keep(i)) continue;
    falsePositives[kept] = ranking.falsePositives[i]!;
    truePositives[kept] = ranking.truePositives[i]!;
    thresholds[kept++] = ranking.thresholds[i]!;
  }
  return firstOf({ falsePositives, truePositives, thresholds }, kept);
}

function firstOf({ falsePositives, truePositives, thresholds }: Ranking, length: number): Ranking {
  return {
    falsePositives: falsePositives.subarray(0, length),
    truePositives: truePositives.subarray(0, length),
    thresholds: thresholds.subarray(0, length),
  };
}

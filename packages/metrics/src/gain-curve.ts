import { checkOptions } from '@internal/arguments';
import { MetricError } from './errors.js';
import type { Labels, Scores } from './inputs.js';
import { plain } from './plain.js';
import { knownRanking, type RankingOptions, rankSamples } from './ranking.js';

/** A curve over how many samples are taken, those with the highest scores first. */
export interface GainCurve {
  /** The fraction of the samples that is taken, ascending from 0 to 1. */
  readonly fraction: number[];
  /** The fraction of the positive samples that is among them, ascending from 0 to 1. */
  readonly gain: number[];
}

/** {@link GainCurve} against what chance would give. */
export interface LiftCurve {
  /** The fraction of the samples that is taken, ascending to 1. */
  readonly fraction: number[];
  /** How many times as many positive samples are among them as among as many at random. */
  readonly lift: number[];
}

/**
 * How many of the positive samples one finds by taking those with the highest scores: the cumulative gain, from (0, 0) to
 * (1, 1). Samples with the same score are taken together.
 *
 * @param yTrue the true classes, `[n]`
 * @param yScore a score a sample that grows with belief in the positive class, `[n]`
 * @throws MetricError for an empty argument, different lengths, a score that is not finite, or no positive sample
 * @example
 * ```ts
 * import { cumulativeGainCurve } from '@kindling/metrics';
 *
 * const { fraction, gain } = cumulativeGainCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * console.log(fraction.join(' ')); // => 0 0.25 0.5 0.75 1
 * console.log(gain.join(' ')); // => 0 0.5 0.5 1 1
 * ```
 */
export function cumulativeGainCurve(yTrue: Labels, yScore: Scores, options: RankingOptions = {}): GainCurve {
  return gainsOf('cumulativeGainCurve', yTrue, yScore, options);
}

/**
 * How many times as many positive samples one finds by taking those with the highest scores as by taking as many at
 * random. Samples with the same score are taken together.
 *
 * @param yTrue the true classes, `[n]`
 * @param yScore a score a sample that grows with belief in the positive class, `[n]`
 * @throws MetricError for an empty argument, different lengths, a score that is not finite, or no positive sample
 * @example
 * ```ts
 * import { liftCurve } from '@kindling/metrics';
 *
 * const { fraction, lift } = liftCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * console.log(fraction.join(' ')); // => 0.25 0.5 0.75 1
 * console.log(lift.map((times) => times.toFixed(2)).join(' ')); // => 2.00 1.00 1.33 1.00
 * ```
 */
export function liftCurve(yTrue: Labels, yScore: Scores, options: RankingOptions = {}): LiftCurve {
  const { fraction, gain } = gainsOf('liftCurve', yTrue, yScore, options);
  return { fraction: fraction.slice(1), lift: fraction.slice(1).map((share, i) => gain[i + 1]! / share) };
}

function gainsOf(where: string, yTrue: Labels, yScore: Scores, options: RankingOptions): GainCurve {
  checkOptions(MetricError, where, options, knownRanking);
  const { falsePositives, truePositives } = rankSamples(where, yTrue, yScore, options);
  const positives = truePositives.at(-1)!;
  if (positives <= 0) throw new MetricError(`${where}: yTrue holds no positive sample, so there is nothing to gain`);
  const all = positives + falsePositives.at(-1)!;
  const fraction = new Float64Array(truePositives.length + 1);
  const gain = new Float64Array(truePositives.length + 1);
  for (let i = 0; i < truePositives.length; i++) {
    fraction[i + 1] = (truePositives[i]! + falsePositives[i]!) / all;
    gain[i + 1] = truePositives[i]! / positives;
  }
  return { fraction: plain(fraction), gain: plain(gain) };
}

import { averagePrecisionScore } from '../average-precision.js';
import type { Readable } from '../inputs.js';
import { knownRanking, type RankingOptions } from '../ranking.js';
import { knownRocAuc, type RocAucOptions, rocAucScore } from '../roc-auc-score.js';
import { withoutWeights } from './class-pairs.js';
import { KeptScores } from './kept-scores.js';

/**
 * {@link rocAucScore}, told of samples batch by batch. It keeps every score, so that the area is exact.
 *
 * @example
 * ```ts
 * import { StreamingRocAuc } from '@kindling/metrics';
 *
 * const area = new StreamingRocAuc();
 * area.update([0, 0], [0.1, 0.4]);
 * area.update([1, 1], [0.35, 0.8]);
 * console.log(area.compute()); // => 0.75
 * ```
 */
export class StreamingRocAuc extends KeptScores<Omit<RocAucOptions, 'sampleWeight'>> {
  constructor(options: Omit<RocAucOptions, 'sampleWeight'> = {}) {
    super(rocAucScore, options, withoutWeights(knownRocAuc));
  }
}

/**
 * {@link averagePrecisionScore}, told of samples batch by batch. It keeps every score, so that the number is exact.
 *
 * @example
 * ```ts
 * import { StreamingAveragePrecision } from '@kindling/metrics';
 *
 * const precision = new StreamingAveragePrecision();
 * precision.update([0, 0], [0.1, 0.4]);
 * precision.update([1, 1], [0.35, 0.8]);
 * console.log(precision.compute().toFixed(4)); // => 0.8333
 * ```
 */
export class StreamingAveragePrecision extends KeptScores<Omit<RankingOptions, 'sampleWeight'>> {
  constructor(options: Omit<RankingOptions, 'sampleWeight'> = {}) {
    const metric = (yTrue: Parameters<typeof averagePrecisionScore>[0], yScore: Readable, all: RankingOptions) =>
      averagePrecisionScore(yTrue, yScore, all);
    super(metric, options, withoutWeights(knownRanking));
  }
}

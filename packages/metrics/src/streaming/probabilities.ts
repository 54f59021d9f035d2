import { aLabel, anArray, checkOptions, type Known } from '@internal/arguments';
import { brierScoreLoss } from '../brier-score.js';
import { MetricError } from '../errors.js';
import {
  columnsOf,
  hasRows,
  type Label,
  type Labels,
  readColumn,
  readLabels,
  readScores,
  type ScoreRows,
  type Scores,
} from '../inputs.js';
import { distinct } from '../labels.js';
import { type LogLossOptions, logLoss } from '../log-loss.js';
import { sum } from '../sum.js';
import { RunningSum } from './mean.js';
import type { StreamingMetric } from './streaming-metric.js';

/** A mean over samples whose sum over each batch is known. */
abstract class MeanOfBatches implements StreamingMetric {
  private total = new RunningSum();
  private weight = new RunningSum();

  reset(): void {
    this.total = new RunningSum();
    this.weight = new RunningSum();
  }

  abstract update(yTrue: Labels, yProb: Scores | ScoreRows, sampleWeight?: Scores): void;

  compute(): number {
    if (!(this.weight.value > 0)) throw new MetricError(`${this.constructor.name}: there are no samples yet`);
    return this.total.value / this.weight.value;
  }

  protected add(total: number, weight: number): void {
    this.total.add(total);
    this.weight.add(weight);
  }
}

/** Options of {@link StreamingLogLoss}. */
export type StreamingLogLossOptions = Pick<LogLossOptions, 'labels' | 'eps'>;

const knownLogLoss: Known<StreamingLogLossOptions> = { labels: anArray, eps: 'number' };

/**
 * {@link logLoss}, told of samples batch by batch.
 *
 * @example
 * ```ts
 * import { StreamingLogLoss } from '@kindling/metrics';
 *
 * const loss = new StreamingLogLoss();
 * loss.update([0], [0.1]);
 * loss.update([1], [0.8]);
 * console.log(loss.compute().toFixed(4)); // => 0.1643
 * ```
 */
export class StreamingLogLoss extends MeanOfBatches {
  private readonly options: StreamingLogLossOptions;

  /** @param options `labels`: all classes, ascending; 0 and 1, or 0 to the number of columns less one, when left out. */
  constructor(options: StreamingLogLossOptions = {}) {
    super();
    checkOptions(MetricError, 'StreamingLogLoss', options, knownLogLoss);
    this.options = options;
  }

  override update(yTrue: Labels, yProb: Scores | ScoreRows, sampleWeight?: Scores): void {
    const { labels, eps } = this.options;
    // What is no list at all is told so by `logLoss`.
    const columns = typeof yProb === 'object' && yProb !== null && hasRows(yProb) ? columnsOf(yProb) : 2;
    const total = logLoss(yTrue, yProb, {
      labels: labels ?? Array.from({ length: columns }, (_, label) => label),
      eps,
      sampleWeight,
      normalize: false,
    });
    this.add(total, weightOf(yTrue, sampleWeight));
  }
}

/**
 * {@link brierScoreLoss}, told of samples batch by batch.
 *
 * @example
 * ```ts
 * import { StreamingBrierScore } from '@kindling/metrics';
 *
 * const score = new StreamingBrierScore();
 * score.update([0, 1], [0.1, 0.9]);
 * score.update([1, 0], [0.8, 0.3]);
 * console.log(score.compute().toFixed(4)); // => 0.0375
 * ```
 */
export class StreamingBrierScore extends MeanOfBatches {
  private readonly posLabel: Label | undefined;

  /** @param options `posLabel`: the class that counts as positive; 1 when left out. */
  constructor(options: { posLabel?: Label | undefined } = {}) {
    super();
    checkOptions(MetricError, 'StreamingBrierScore', options, { posLabel: aLabel });
    this.posLabel = options.posLabel;
  }

  override update(yTrue: Labels, yProb: Scores | ScoreRows, sampleWeight?: Scores): void {
    if (this.posLabel === undefined) checkUsual(yTrue);
    const mean = brierScoreLoss(yTrue, yProb as Scores, { posLabel: this.posLabel ?? 1, sampleWeight });
    const weight = weightOf(yTrue, sampleWeight);
    this.add(mean * weight, weight);
  }
}

/** Throws unless 1 is what everybody would take for the positive class. */
function checkUsual(yTrue: Labels): void {
  const where = 'StreamingBrierScore.update';
  const odd = distinct(readLabels(where, 'yTrue', yTrue)).find((label) => ![-1, 0, 1].includes(label));
  if (odd !== undefined) throw new MetricError(`${where}: yTrue holds ${odd}: say which is positive with posLabel`);
}

function weightOf(yTrue: Labels, sampleWeight: Scores | undefined): number {
  if (sampleWeight === undefined) return readColumn('update', 'yTrue', yTrue).length;
  return sum(readScores('update', 'sampleWeight', sampleWeight));
}

import { wrong } from '@internal/arguments';
import { type AccuracyOptions, accuracyScore, knownAccuracy } from '../accuracy.js';
import {
  type ConfusionMatrix,
  type ConfusionMatrixOptions,
  confusionMatrix,
  knownConfusion,
} from '../confusion-matrix.js';
import { MetricError } from '../errors.js';
import { type FbetaOptions, f1Score, fbetaScore, knownFbeta } from '../fbeta.js';
import { precisionScore } from '../precision.js';
import { knownAveraged, type PrecisionRecallOptions } from '../precision-recall-fscore.js';
import { recallScore } from '../recall.js';
import { ClassPairs, withoutWeights } from './class-pairs.js';

type Averaged = Omit<PrecisionRecallOptions, 'sampleWeight'>;

/**
 * {@link accuracyScore}, told of samples batch by batch.
 *
 * @example
 * ```ts
 * import { StreamingAccuracy } from '@kindling/metrics';
 *
 * const accuracy = new StreamingAccuracy();
 * accuracy.update([0, 1], [0, 1]);
 * accuracy.update([1, 1], [0, 1]);
 * console.log(accuracy.compute()); // => 0.75
 * ```
 */
export class StreamingAccuracy extends ClassPairs<Omit<AccuracyOptions, 'sampleWeight'>> {
  constructor(options: Omit<AccuracyOptions, 'sampleWeight'> = {}) {
    super(accuracyScore, options, withoutWeights(knownAccuracy));
  }
}

/**
 * {@link precisionScore}, told of samples batch by batch.
 *
 * @example
 * ```ts
 * import { StreamingPrecision } from '@kindling/metrics';
 *
 * const precision = new StreamingPrecision();
 * precision.update([0, 1], [1, 1]);
 * precision.update([1, 0], [1, 0]);
 * console.log(precision.compute().toFixed(4)); // => 0.6667
 * ```
 */
export class StreamingPrecision extends ClassPairs<Averaged> {
  constructor(options: Averaged = {}) {
    super(precisionScore, options, withoutWeights(knownAveraged));
  }
}

/**
 * {@link recallScore}, told of samples batch by batch.
 *
 * @example
 * ```ts
 * import { StreamingRecall } from '@kindling/metrics';
 *
 * const recall = new StreamingRecall();
 * recall.update([0, 1], [1, 1]);
 * recall.update([1, 0], [0, 0]);
 * console.log(recall.compute()); // => 0.5
 * ```
 */
export class StreamingRecall extends ClassPairs<Averaged> {
  constructor(options: Averaged = {}) {
    super(recallScore, options, withoutWeights(knownAveraged));
  }
}

/**
 * {@link f1Score}, told of samples batch by batch.
 *
 * @example
 * ```ts
 * import { StreamingF1 } from '@kindling/metrics';
 *
 * const f1 = new StreamingF1({ average: 'macro' });
 * f1.update(['cat', 'dog'], ['cat', 'cat']);
 * f1.update(['dog', 'dog'], ['dog', 'dog']);
 * console.log(f1.compute().toFixed(4)); // => 0.7333
 * ```
 */
export class StreamingF1 extends ClassPairs<Averaged> {
  constructor(options: Averaged = {}) {
    super(f1Score, options, withoutWeights(knownAveraged));
  }
}

/**
 * {@link fbetaScore}, told of samples batch by batch.
 *
 * @example
 * ```ts
 * import { StreamingFbeta } from '@kindling/metrics';
 *
 * const f2 = new StreamingFbeta({ beta: 2 });
 * f2.update([0, 1], [1, 1]);
 * f2.update([1, 0], [1, 0]);
 * console.log(f2.compute().toFixed(4)); // => 0.9091
 * ```
 */
export class StreamingFbeta extends ClassPairs<Omit<FbetaOptions, 'sampleWeight'>> {
  constructor(options: Omit<FbetaOptions, 'sampleWeight'>) {
    if (typeof options?.beta !== 'number') wrong(MetricError, 'StreamingFbeta', 'beta', 'a number', options?.beta);
    super(fbetaScore, options, withoutWeights(knownFbeta));
  }
}

/**
 * {@link confusionMatrix}, told of samples batch by batch.
 *
 * @example
 * ```ts
 * import { StreamingConfusionMatrix } from '@kindling/metrics';
 *
 * const table = new StreamingConfusionMatrix({ labels: [0, 1] });
 * table.update([0, 1], [0, 1]);
 * table.update([1, 1], [0, 1]);
 * console.log(table.compute().ravel().join(' ')); // => 1 0 1 2
 * ```
 */
export class StreamingConfusionMatrix extends ClassPairs<
  Omit<ConfusionMatrixOptions, 'sampleWeight'>,
  ConfusionMatrix
> {
  constructor(options: Omit<ConfusionMatrixOptions, 'sampleWeight'> = {}) {
    super(confusionMatrix, options, withoutWeights(knownConfusion));
  }
}

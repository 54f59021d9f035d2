import { wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { toWhole } from '../data.js';
import { TrainError } from '../errors.js';
import type { Values } from '../metrics/metric.js';
import { runFolds } from './cross-validate.js';
import type { CrossValidateOptions, CrossValidation } from './options.js';

/** What {@link crossValPredict} found. */
export interface CrossValPredictions<Name extends string = string> extends CrossValidation<Name> {
  /** The output for each row, of the model that was not trained on it: `[rows, …]`. */
  readonly predictions: Values;
}

/**
 * Cross-validation that keeps what each fold's model says of the rows it was not trained on: what thresholds and
 * calibration are fitted on, and ROC curves of the whole drawn from.
 *
 * @throws what {@link crossValidate} throws, and a `TrainError` where folds test a row twice, or not at all.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { gaussianBlobs, StratifiedKFold } from '@kindling/data';
 * import { BCEWithLogitsLoss, Linear } from '@kindling/nn';
 * import { Adam } from '@kindling/optim';
 * import { setBackend } from '@kindling/tensor-core';
 * import { crossValPredict, TunedThreshold } from '@kindling/train';
 * setBackend(await cpu());
 * const data = gaussianBlobs(60);
 * const labels = [...data.y.dataSync()];
 * const { predictions } = await crossValPredict({
 *   makeModel: () => new Linear(2, 1),
 *   makeOptimizer: (model) => new Adam(model.parameters(), { lr: 0.1 }),
 *   data,
 *   folds: new StratifiedKFold({ nSplits: 5, shuffle: true }).split(60, labels),
 *   loss: new BCEWithLogitsLoss(),
 *   epochs: 30,
 *   seed: 0,
 * });
 * const { threshold } = new TunedThreshold('youden').fit(predictions.dataSync(), labels);
 * console.log(predictions.shape, Math.abs(threshold) < 3); // => [ 60, 1 ] true
 * ```
 */
export async function crossValPredict<Name extends string = never>(
  options: CrossValidateOptions<Name>,
): Promise<CrossValPredictions<Name>> {
  if (typeof (options as unknown) !== 'object' || options === null)
    wrong(ArgumentError, 'crossValPredict', 'the options', '{ makeModel, makeOptimizer, data, folds, … }', options);
  const rows = toWhole('crossValPredict: data', options.data).x.shape[0]!;
  const seen = new Uint8Array(rows);
  let predictions: Float64Array | null = null;
  let shape: readonly number[] = [];
  const found = await runFolds<Name>(options, true, ({ test }, { outputs }) => {
    shape = outputs!.shape.slice(1);
    const values = outputs!.dataSync();
    const width = values.length / test.length;
    predictions ??= new Float64Array(rows * width);
    for (let i = 0; i < test.length; i++) {
      const row = test[i]!;
      if (seen[row]!++ > 0) throw new TrainError(`crossValPredict: row ${row} is tested by two folds`);
      predictions.set(values.subarray(i * width, (i + 1) * width), row * width);
    }
  });
  const missing = seen.indexOf(0);
  if (missing >= 0) throw new TrainError(`crossValPredict: row ${missing} is tested by no fold`);
  return { ...found, predictions: { shape: [rows, ...shape], dataSync: () => predictions! } };
}

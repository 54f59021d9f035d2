import { type CrossValidateOptions, type CrossValidation, crossValidate, rowsOf } from './cross-validate.js';
import { toWhole } from './data.js';
import { TrainError } from './errors.js';
import type { Values } from './metrics/metric.js';
import { predict } from './predict.js';

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
  const { x, y } = toWhole('crossValPredict: data', options.data);
  const rows = x.shape[0]!;
  const seen = new Uint8Array(rows);
  const outputs: { at: number; values: Float64Array }[] = [];
  let shape: readonly number[] = [];
  const found = await crossValidate<Name>({
    ...options,
    async onFoldEnd(event) {
      const inputs = rowsOf({ x, y }, event.rows.test).x;
      const output = predict(event.model, await event.prepare(inputs));
      shape = output.shape.slice(1);
      const width = output.numel() / event.rows.test.length;
      const values = await output.data();
      for (let i = 0; i < event.rows.test.length; i++) {
        const row = event.rows.test[i]!;
        if (seen[row]!++ > 0) throw new TrainError(`crossValPredict: row ${row} is tested by two folds`);
        outputs.push({ at: row, values: Float64Array.from(values.subarray(i * width, (i + 1) * width)) });
      }
      await options.onFoldEnd?.(event);
    },
  });
  const missing = seen.indexOf(0);
  if (missing >= 0) throw new TrainError(`crossValPredict: row ${missing} is tested by no fold`);
  const width = outputs[0]!.values.length;
  const predictions = new Float64Array(rows * width);
  for (const { at, values } of outputs) predictions.set(values, at * width);
  return { ...found, predictions: { shape: [rows, ...shape], dataSync: () => predictions } };
}

import { scope, type Tensor } from '@kindling/tensor-core';
import type { TensorLike } from './as-tensor.js';
import { toWhole } from './data.js';
import { TrainError } from './errors.js';
import { fit } from './fit.js';
import type { FitOptions } from './fit-options.js';
import { emptyHistory, type History, seriesOf } from './history.js';
import type { Model, Updater } from './types.js';

/** The rows of one fold, by number. */
export interface Fold {
  /** Rows to learn from. */
  readonly train: ArrayLike<number>;
  /** Rows to be measured on. */
  readonly test: ArrayLike<number>;
}

/** A fold that was trained. */
export interface FoldEvent<Name extends string = string> {
  /** The fold, from 1. */
  readonly fold: number;
  /** Its rows. */
  readonly rows: Fold;
  /** The trained model. */
  readonly model: Model;
  readonly history: History<Name>;
  /** What `score` says of it. */
  readonly score: number;
}

/** What {@link crossValidate} is to do; the rest is as for `fit`. */
export interface CrossValidateOptions<Name extends string = string>
  extends Omit<FitOptions<Name>, 'optimizer' | 'trainData' | 'validation'> {
  /** Makes the model of a fold (from 1), just before it is trained. */
  readonly makeModel: (fold: number) => Model;
  /** Makes the optimizer for that model. */
  readonly makeOptimizer: (model: Model) => Updater;
  /** All rows. */
  readonly data: { readonly x: TensorLike; readonly y: TensorLike };
  /** The folds, asked for one by one: `new StratifiedKFold(…).split(…)`, or lists of row numbers. */
  readonly folds: Iterable<Fold>;
  /** How well a fold went: `loss`, `valLoss`, or the name of a metric, after its best epoch with `restoreBest`, else after its last. Default what `restoreBest` watches, else `valLoss`. */
  readonly score?: 'loss' | 'valLoss' | NoInfer<Name>;
  /** Rows a step; default all of them. */
  readonly batchSize?: number;
  /** Whether every epoch takes the rows in a new random order; default false. */
  readonly shuffle?: boolean;
  /** Whether to leave out the last batch where it is smaller than the others; default false. */
  readonly dropLast?: boolean;
  /** Called after each fold. */
  readonly onFoldEnd?: (event: FoldEvent<NoInfer<Name>>) => void | Promise<void>;
}

/** What {@link crossValidate} found; lists have one entry a fold, in order. */
export interface CrossValidation<Name extends string = string> {
  readonly scores: number[];
  readonly mean: number;
  /** The standard deviation of the scores themselves (divided by their number, NumPy's default), not of a sample. */
  readonly std: number;
  readonly histories: History<Name>[];
  /** The rows of each fold. */
  readonly folds: Fold[];
}

/**
 * Trains a fresh model on each fold and measures it on the rows left out.
 *
 * A fold is drawn, its model made, and its optimizer, when its turn comes, so that random streams go on as in a loop by
 * hand.
 *
 * @throws what `fit` throws, a `TrainError` with the fold named; the reason of `signal` when it is aborted; `Error` for
 * no folds, or a row that is not there.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { gaussianBlobs, StratifiedKFold } from '@kindling/data';
 * import { accuracyScore } from '@kindling/metrics';
 * import { BCEWithLogitsLoss, Linear } from '@kindling/nn';
 * import { Adam } from '@kindling/optim';
 * import { setBackend } from '@kindling/tensor-core';
 * import { atThreshold, crossValidate } from '@kindling/train';
 * setBackend(await cpu());
 * const data = gaussianBlobs(60);
 * const { scores, mean } = await crossValidate({
 *   makeModel: () => new Linear(2, 1),
 *   makeOptimizer: (model) => new Adam(model.parameters(), { lr: 0.1 }),
 *   data,
 *   folds: new StratifiedKFold({ nSplits: 5, shuffle: true }).split(60, [...data.y.dataSync()]),
 *   loss: new BCEWithLogitsLoss(),
 *   metrics: { accuracy: atThreshold(accuracyScore, 0) },
 *   score: 'accuracy',
 *   epochs: 50,
 * });
 * console.log(scores.length, mean > 0.9); // => 5 true
 * ```
 */
export async function crossValidate<Name extends string = never>(
  options: CrossValidateOptions<Name>,
): Promise<CrossValidation<Name>> {
  const { makeModel, makeOptimizer, data, folds, score, batchSize, shuffle, dropLast, onFoldEnd, ...rest } = options;
  const whole = toWhole('crossValidate: data', data);
  const monitor: string = score ?? options.restoreBest?.monitor ?? 'valLoss';
  const how = {
    ...(batchSize === undefined ? {} : { batchSize }),
    ...(shuffle === undefined ? {} : { shuffle }),
    ...(dropLast === undefined ? {} : { dropLast }),
  };
  seriesOf('crossValidate', emptyHistory(Object.keys(options.metrics ?? {})), monitor);
  const result = { scores: [] as number[], histories: [] as History<Name>[], folds: [] as Fold[] };
  for (const rows of folds) {
    options.signal?.throwIfAborted();
    const fold = result.folds.push(rows);
    const trainData = select(whole, rows.train);
    const validation = select(whole, rows.test);
    const model = makeModel(fold);
    const optimizer = makeOptimizer(model);
    const history = await fit<Name>(model, {
      ...rest,
      optimizer,
      trainData: { ...trainData, ...how },
      validation,
    })
      .catch((error: unknown) => {
        if (!(error instanceof TrainError)) throw error;
        throw new TrainError(`crossValidate: fold ${fold}: ${error.message}`, { cause: error });
      })
      .finally(() => {
        for (const tensor of [trainData.x, trainData.y, validation.x, validation.y]) tensor.dispose();
      });
    options.signal?.throwIfAborted();
    const value = seriesOf('crossValidate', history, monitor)[(history.bestEpoch ?? history.epochs) - 1];
    if (value === undefined)
      throw new TrainError(`crossValidate: fold ${fold} was stopped before its first epoch ended`);
    result.scores.push(value);
    result.histories.push(history);
    await onFoldEnd?.({ fold, rows, model, history, score: value });
  }
  const { scores } = result;
  if (scores.length === 0) throw new Error('crossValidate: there are no folds');
  const mean = average(scores);
  return { ...result, mean, std: Math.sqrt(average(scores.map((value) => (value - mean) ** 2))) };
}

function select({ x, y }: { readonly x: Tensor; readonly y: Tensor }, rows: ArrayLike<number>) {
  const positions = Int32Array.from(rows);
  return scope(() => ({ x: x.indexSelect(0, positions), y: y.indexSelect(0, positions) }));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

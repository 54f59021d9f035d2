import { wrong } from '@internal/arguments';
import type { FlatMatrix } from '@kindling/data';
import {
  ArgumentError,
  defaultGenerator,
  SeedrandomGenerator,
  scope,
  setDefaultGenerator,
  type Tensor,
  tensor,
} from '@kindling/tensor-core';
import type { TensorLike } from './as-tensor.js';
import { toWhole } from './data.js';
import { TrainError } from './errors.js';
import { evaluate } from './evaluate.js';
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
  /** Does to an input what was done to the fold's own: the identity without `preprocess`. */
  readonly prepare: (x: Tensor) => Promise<Tensor>;
}

/** Learns from the rows of training alone, and then changes all alike: a scaler, an encoder, a pipeline. */
export interface Preprocessor {
  fitTransform(x: FlatMatrix): FlatMatrix;
  transform(x: FlatMatrix): FlatMatrix;
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
  /** Makes what prepares a fold's input, `[rows, columns]`: it is fitted on the rows of training alone, so that nothing leaks. */
  readonly preprocess?: (fold: number) => Preprocessor;
  /**
   * The share of a fold's training rows that `validation`, early stopping and `restoreBest` look at instead of its test
   * rows, which then only serve to be measured on; classes as they are. Without it the best epoch is chosen on the rows
   * that the score is of.
   */
  readonly innerSize?: number;
  /** Gives each fold a stream of random numbers of its own, so that its result does not depend on the folds before it. */
  readonly seed?: number | string;
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
  if (typeof (options as unknown) !== 'object' || options === null)
    wrong(ArgumentError, 'crossValidate', 'the options', '{ makeModel, makeOptimizer, data, folds, … }', options);
  const { makeModel, makeOptimizer, data, folds, score, batchSize, shuffle, dropLast, onFoldEnd, ...more } = options;
  const { preprocess, innerSize, seed, ...rest } = more;
  if (innerSize !== undefined && !(innerSize > 0 && innerSize < 1)) {
    wrong(ArgumentError, 'crossValidate', 'innerSize', 'a share between 0 and 1', innerSize);
  }
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
    const before = seed === undefined ? null : setDefaultGenerator(new SeedrandomGenerator(`${seed}/fold ${fold}`));
    const made: Tensor[] = [];
    try {
      const { learnt, watched } =
        innerSize === undefined
          ? { learnt: rows.train, watched: rows.test }
          : await innerSplit(whole.y, rows.train, innerSize);
      const preparer = new Preparer(preprocess?.(fold) ?? null);
      const take = async (some: ArrayLike<number>, first = false) => {
        const { x, y } = rowsOf(whole, some);
        const prepared = await preparer.run(x, first);
        made.push(x, y, prepared);
        return { x: prepared, y };
      };
      const trainData = { ...(await take(learnt, true)), ...how };
      const validation = await take(watched);
      const model = makeModel(fold);
      const optimizer = makeOptimizer(model);
      const history = await fit<Name>(model, { ...rest, optimizer, trainData, validation });
      options.signal?.throwIfAborted();
      let value = seriesOf('crossValidate', history, monitor)[(history.bestEpoch ?? history.epochs) - 1];
      if (value === undefined) throw new TrainError('it was stopped before its first epoch ended');
      if (innerSize !== undefined && monitor !== 'loss') {
        const { loss, metrics } = options;
        const found = await evaluate(
          model,
          await take(rows.test),
          metrics === undefined ? { loss } : { loss, metrics },
        );
        value = monitor === 'valLoss' ? found.loss! : (found.metrics as Record<string, number>)[monitor]!;
      }
      result.scores.push(value);
      result.histories.push(history);
      await onFoldEnd?.({ fold, rows, model, history, score: value, prepare: (x) => preparer.run(x) });
    } catch (error) {
      if (!(error instanceof TrainError)) throw error;
      throw new TrainError(`crossValidate: fold ${fold}: ${error.message}`, { cause: error });
    } finally {
      if (before !== null) setDefaultGenerator(before);
      for (const tensor of made) tensor.dispose();
    }
  }
  const { scores } = result;
  if (scores.length === 0) throw new Error('crossValidate: there are no folds');
  const mean = average(scores);
  return { ...result, mean, std: Math.sqrt(average(scores.map((value) => (value - mean) ** 2))) };
}

/** Some of the rows. */
export function rowsOf({ x, y }: { readonly x: Tensor; readonly y: Tensor }, rows: ArrayLike<number>) {
  const positions = Int32Array.from(rows);
  return scope(() => ({ x: x.indexSelect(0, positions), y: y.indexSelect(0, positions) }));
}

/** Does to every input what was learnt from the first. */
class Preparer {
  private readonly preprocessor: Preprocessor | null;

  constructor(preprocessor: Preprocessor | null) {
    this.preprocessor = preprocessor;
  }

  async run(x: Tensor, first = false): Promise<Tensor> {
    if (this.preprocessor === null) return x;
    const [rows, columns] = x.shape;
    if (x.shape.length !== 2) {
      throw new ArgumentError(`crossValidate: preprocess needs x of [rows, columns], not [${x.shape.join(', ')}]`);
    }
    const flat = { data: (await x.data()) as Float32Array, rows: rows!, columns: columns! };
    const done = first ? this.preprocessor.fitTransform(flat) : this.preprocessor.transform(flat);
    return tensor(Float32Array.from(done.data), { backend: x.backend }).reshape([done.rows, done.columns]);
  }
}

/** Puts a share of the rows aside, of each class alike where there is one a row. */
async function innerSplit(y: Tensor, rows: ArrayLike<number>, share: number) {
  const labels = y.numel() === y.shape[0] ? await y.data() : null;
  const classes = new Map<number, number[]>();
  for (const i of defaultGenerator().permutation(rows.length)) {
    const row = rows[i]!;
    const label = labels === null || !Number.isInteger(labels[row]) ? 0 : labels[row]!;
    const known = classes.get(label);
    if (known === undefined) classes.set(label, [row]);
    else known.push(row);
  }
  const watched: number[] = [];
  const learnt: number[] = [];
  for (const members of classes.values()) {
    const count = Math.min(Math.max(Math.round(members.length * share), 1), members.length - 1);
    watched.push(...members.slice(0, count));
    learnt.push(...members.slice(count));
  }
  if (watched.length === 0 || learnt.length === 0) {
    throw new TrainError(`${rows.length} rows are too few to put a share of ${share} aside`);
  }
  return { learnt: learnt.sort((a, b) => a - b), watched: watched.sort((a, b) => a - b) };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

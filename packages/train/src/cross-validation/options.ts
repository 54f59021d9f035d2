import type { FlatMatrix } from '@kindling/data';
import type { PrecisionRecallCurve, RocCurve, ScoresInterval, ScoresIntervalMethod } from '@kindling/metrics';
import type { Tensor } from '@kindling/tensor-core';
import type { TensorLike } from '../as-tensor.js';
import type { FitOptions } from '../fit-options.js';
import type { History } from '../history.js';
import type { Model, Updater } from '../types.js';

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
  /** The loss and each metric on its test rows. */
  readonly measures: Readonly<Record<'valLoss' | Name, number>>;
  /** Does to an input what was done to the fold's own: the identity without `preprocess`. */
  readonly prepare: (x: Tensor) => Promise<Tensor>;
}

/**
 * Learns from the rows of training alone, and then changes all alike: a scaler, an encoder, a pipeline. It is told the label
 * of each row of training, for what learns from them, such as a `TargetEncoder` or `SelectKBest`.
 */
export interface Preprocessor {
  fitTransform(x: FlatMatrix, labels: number[]): FlatMatrix;
  transform(x: FlatMatrix): FlatMatrix;
}

/** Threads that train folds at the same time. */
export interface FoldThreads {
  /** How many. */
  readonly threads: number;
  /**
   * The URL of a module, such as `new URL('./design.js', import.meta.url)`, that exports the options which cannot be sent to a
   * thread: functions, losses, metrics, callbacks. Each thread loads it; a backend that it sets is used there.
   */
  readonly module: string | URL;
  /** The name of that export; default `default`. */
  readonly name?: string;
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
  /** Whether to keep the ROC and the precision-recall curve of each fold's test rows; default false. */
  readonly curves?: boolean;
  /** How the intervals of means are found; default `corrected-t` at 0.95. */
  readonly interval?: {
    readonly method?: ScoresIntervalMethod;
    readonly confidence?: number;
    readonly resamples?: number;
    readonly seed?: number;
  };
  /** Trains folds in threads of their own, with the same numbers; it needs `seed`. */
  readonly jobs?: FoldThreads;
  /** Called after each fold; with `jobs` in the order in which they end. */
  readonly onFoldEnd?: (event: FoldEvent<NoInfer<Name>>) => void | Promise<void>;
}

/** What the folds say of one measure. */
export interface FoldMeasure {
  /** One a fold. */
  readonly values: number[];
  readonly mean: number;
  /** The standard deviation of the values themselves (divided by their number, NumPy's default), not of a sample. */
  readonly std: number;
  /** Where the true mean lies, and how that was found; `null` for one fold, and where a value is not finite. */
  readonly interval: ScoresInterval | null;
}

/** The curves of a fold's test rows, from the model's outputs. */
export interface FoldCurves {
  /** `null` where all rows are of one class. */
  readonly roc: RocCurve | null;
  readonly precisionRecall: PrecisionRecallCurve | null;
}

/** What {@link crossValidate} found; lists have one entry a fold, in order. */
export interface CrossValidation<Name extends string = string> {
  readonly scores: number[];
  readonly mean: number;
  /** The standard deviation of the scores themselves (divided by their number, NumPy's default), not of a sample. */
  readonly std: number;
  /** Where the true mean of scores lies, and how that was found; `null` for one fold, and where a score is not finite. */
  readonly interval: ScoresInterval | null;
  /** The loss and each metric on the test rows, after the epoch that the score is of. */
  readonly measures: Record<'valLoss' | Name, FoldMeasure>;
  /** `null` unless `curves` asked for them. */
  readonly curves: FoldCurves[] | null;
  readonly histories: History<Name>[];
  /** The rows of each fold. */
  readonly folds: Fold[];
}

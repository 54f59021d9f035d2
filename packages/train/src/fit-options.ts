import type { Callback, Training } from './callbacks/callback.js';
import type { Data } from './data.js';
import type { Metrics } from './metrics/metric.js';
import type { LossFunction, Mode, Updater } from './types.js';

/** What {@link fit} is to do. */
export interface FitOptions<Name extends string = string> {
  /** What is made small: a loss of `@kindling/nn`, or a function of output and target that returns one number. */
  readonly loss: LossFunction;
  /** Changes the parameters; made from `model.parameters()`. */
  readonly optimizer: Updater;
  /** What the model learns from. `{ x, y }` is gone through in order unless `shuffle` says otherwise. */
  readonly trainData: Data;
  /** How many times it goes through all of `trainData`. */
  readonly epochs: number;
  /** What the model is measured on after each epoch. */
  readonly validation?: Data;
  /** What is measured on the validation data besides the loss. */
  readonly metrics?: Metrics<Name>;
  /** Listeners, called one after the other. */
  readonly callbacks?: readonly Callback<NoInfer<Name>>[];
  /** Puts back, when training ends, the weights of the epoch that was best: the first of equals. */
  readonly restoreBest?: {
    /** What is compared: `loss`, `valLoss`, or the name of a metric. */
    readonly monitor: 'loss' | 'valLoss' | NoInfer<Name>;
    /** Whether smaller or larger is better. */
    readonly mode: Mode;
  };
  /** Ends training when it is aborted, after the batch under way; `fit` then returns what was finished, and does not throw. */
  readonly signal?: AbortSignal;
  /** Called after each step. */
  readonly onBatchEnd?: NonNullable<Callback<NoInfer<Name>>['onBatchEnd']>;
  /** Called after each epoch and its validation. */
  readonly onEpochEnd?: NonNullable<Callback<NoInfer<Name>>['onEpochEnd']>;
  /** Called between `backward` and `step`, as to clip gradients. Tensors it makes are given back after the step; `keep` them. */
  readonly beforeStep?: (training: Training<NoInfer<Name>>) => void;
  /** Whether training goes on when the loss is NaN or infinite; default false, which makes it an error. */
  readonly allowNonFinite?: boolean;
  /**
   * When losses are read: after each `batch`, or many together at the end of an `epoch`, for which a device need not
   * stop. Default `batch` where the backend can be read without waiting.
   */
  readonly readLoss?: 'batch' | 'epoch';
}

/** Throws for what makes no sense whatever the data. */
export function checkOptions(options: FitOptions): void {
  const { epochs, validation, metrics, restoreBest } = options;
  if (!Number.isSafeInteger(epochs) || epochs < 1) {
    throw new Error(`fit: epochs must be a whole number from 1, got ${epochs}`);
  }
  for (const name of Object.keys(metrics ?? {})) {
    if (name === 'loss' || name === 'valLoss') throw new Error(`fit: a metric cannot be called "${name}"`);
    if (validation === undefined) throw new Error(`fit: "${name}" is measured on validation data, and there is none`);
  }
  if (restoreBest === undefined) return;
  const { monitor, mode } = restoreBest;
  if (mode !== 'min' && mode !== 'max') throw new Error(`fit: restoreBest.mode must be min or max, got ${mode}`);
  if (monitor === 'valLoss' && validation === undefined) {
    throw new Error('fit: restoreBest watches valLoss, and there is no validation');
  }
}

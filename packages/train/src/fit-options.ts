import { aRecord, aSignal, checkOptions as checkNames, type Known, wrong } from '@internal/arguments';
import type { Generator } from '@kindling/tensor-core';
import { ArgumentError } from '@kindling/tensor-core';
import type { Callback, Training } from './callbacks/callback.js';
import type { CheckpointStore } from './checkpoint/store.js';
import type { Data } from './data.js';
import { isStreaming, type Metrics } from './metrics/metric.js';
import { aProgress, type ProgressOption } from './progress.js';
import type { LossFunction, Mode, Model, Updater } from './types.js';
import type { ClassWeight } from './weights.js';

/** How `fit` keeps what it needs to go on after it was killed. */
export interface FitCheckpoint {
  /** A file (Node), replaced as a whole each time. */
  readonly path?: string | URL;
  /** Another place, such as `checkpointInBrowser(name)`. */
  readonly store?: CheckpointStore;
  /** How often: after so many epochs (default 1), or after so many batches too. */
  readonly every?: number | { readonly batches: number };
  /** Streams of random numbers besides the default one and that of a `DataLoader`, which training draws from. */
  readonly generators?: readonly Generator[];
}

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
  /**
   * How much each class counts: numbers for the classes 0, 1, …, or `balanced`, which gives every class the same weight in
   * sum, as scikit-learn does. A step is of the mean of weight times loss.
   */
  readonly classWeight?: ClassWeight;
  /** How many batches make one step, as if they were one; default 1. */
  readonly accumulate?: number;
  /** The largest norm of all gradients together; larger ones are scaled down before a step. */
  readonly clipGradNorm?: number;
  /** The largest absolute value of a gradient; larger ones are cut off. */
  readonly clipGradValue?: number;
  /** Keeps a checkpoint from which `resume` goes on. */
  readonly checkpoint?: FitCheckpoint;
  /**
   * Whether to go on from the checkpoint, if there is one: from the batch at which it was written, with the same numbers as
   * if nothing had happened. A run that had ended is not trained further, unless it was aborted or `epochs` is more now.
   */
  readonly resume?: boolean;
  /** `true` shows a line in the terminal; a function is told now and then how far it is. */
  readonly progress?: ProgressOption;
  /** Hears what is most likely a mistake, once each: layers that are not registered, an optimizer of other parameters. Default `console.warn`. */
  readonly onWarning?: (message: string) => void;
  /** Whether training goes on when the loss is NaN or infinite; default false, which makes it an error. */
  readonly allowNonFinite?: boolean;
  /**
   * When losses are read: after each `batch`, or many together at the end of an `epoch`, for which a device need not
   * stop. Default `batch` where the backend can be read without waiting.
   */
  readonly readLoss?: 'batch' | 'epoch';
}

const KNOWN: Known<FitOptions> = {
  loss: 1,
  optimizer: 1,
  trainData: 1,
  epochs: 1,
  validation: 1,
  metrics: aRecord,
  callbacks: 1,
  restoreBest: aRecord,
  signal: aSignal,
  onBatchEnd: 'function',
  onEpochEnd: 'function',
  beforeStep: 'function',
  classWeight: 1,
  accumulate: 'number',
  clipGradNorm: 1,
  clipGradValue: 1,
  checkpoint: 1,
  resume: 1,
  progress: aProgress,
  onWarning: 'function',
  allowNonFinite: 'boolean',
  readLoss: 1,
};

/** Throws for what makes no sense whatever the data. */
export function checkOptions(model: Model, options: FitOptions): void {
  if (typeof model?.parameters !== 'function')
    wrong(ArgumentError, 'fit', 'the model', 'a module of @kindling/nn', model);
  if (options === undefined)
    wrong(ArgumentError, 'fit', 'the options', '{ loss, optimizer, trainData, epochs }', options);
  checkNames(ArgumentError, 'fit', options, KNOWN);
  const { epochs, loss, optimizer, accumulate = 1, readLoss } = options;
  // A class is a function too.
  if (typeof loss !== 'function' || /^class\b/.test(Function.prototype.toString.call(loss)))
    wrong(ArgumentError, 'fit', 'loss', 'a loss such as new BCELoss(), or a function', loss);
  if (typeof optimizer?.step !== 'function' || typeof optimizer.zeroGrad !== 'function') {
    wrong(ArgumentError, 'fit', 'optimizer', 'an optimizer such as new Adam(model.parameters())', optimizer);
  }
  if (!Number.isSafeInteger(epochs) || epochs < 1) {
    wrong(ArgumentError, 'fit', 'epochs', 'a whole number from 1', epochs);
  }
  if (!Number.isSafeInteger(accumulate) || accumulate < 1) {
    throw new ArgumentError(`fit: accumulate must be a whole number from 1, got ${accumulate}`);
  }
  for (const name of ['clipGradNorm', 'clipGradValue'] as const) {
    const value = options[name];
    if (value !== undefined && !(value > 0)) wrong(ArgumentError, 'fit', name, 'a number above 0', value);
  }
  if (readLoss !== undefined && readLoss !== 'batch' && readLoss !== 'epoch') {
    wrong(ArgumentError, 'fit', 'readLoss', "'batch' or 'epoch'", readLoss);
  }
  checkMeasures(options);
  checkCheckpoint('fit', options);
  if (options.checkpoint !== undefined && typeof (optimizer as { stateDict?: unknown }).stateDict !== 'function') {
    throw new ArgumentError('fit: the optimizer has no stateDict, so a checkpoint cannot keep its state');
  }
}

const HOOKS = ['onTrainBegin', 'onBatchEnd', 'onEpochEnd', 'onTrainEnd'] as const;

function checkMeasures({ validation, metrics, restoreBest, callbacks }: FitOptions): void {
  if (Array.isArray(metrics) || !(metrics === undefined || typeof metrics === 'object'))
    wrong(ArgumentError, 'fit', 'metrics', 'an object of metrics by name', metrics);
  if (callbacks !== undefined && !Array.isArray(callbacks))
    wrong(ArgumentError, 'fit', 'callbacks', 'an array of callbacks', callbacks);
  callbacks?.forEach((callback: Callback | null | undefined, i) => {
    const hears = HOOKS.some((hook) => typeof callback?.[hook] === 'function');
    if (!hears) wrong(ArgumentError, 'fit', `callbacks[${i}]`, `an object with ${HOOKS.join(' or ')}`, callback);
  });
  for (const [name, metric] of Object.entries(metrics ?? {})) {
    if (name === 'loss' || name === 'valLoss') throw new ArgumentError(`fit: a metric cannot be called "${name}"`);
    if (typeof metric !== 'function' && !isStreaming(metric))
      wrong(ArgumentError, 'fit', `the metric "${name}"`, 'a function, or a streaming metric', metric);
    if (validation === undefined) {
      throw new ArgumentError(`fit: "${name}" is measured on validation data, and there is none`);
    }
  }
  if (restoreBest === undefined) return;
  const { monitor, mode } = restoreBest;
  if (mode !== 'min' && mode !== 'max') {
    throw new ArgumentError(`fit: restoreBest.mode must be min or max, got ${String(mode)}`);
  }
  if (monitor === 'valLoss' && validation === undefined) {
    throw new ArgumentError('fit: restoreBest watches valLoss, and there is no validation');
  }
}

/** Throws for a checkpoint that cannot be kept, and for nothing to resume from. */
export function checkCheckpoint(
  where: string,
  { checkpoint, resume }: Pick<FitOptions, 'checkpoint' | 'resume'>,
): void {
  if (resume !== undefined && typeof resume !== 'boolean')
    wrong(ArgumentError, where, 'resume', 'true or false', resume);
  if (checkpoint === undefined) {
    if (resume === true) throw new ArgumentError(`${where}: resume needs checkpoint: { path }`);
    return;
  }
  checkNames(ArgumentError, `${where}: checkpoint`, checkpoint, { path: 1, store: 1, every: 1, generators: 1 });
  const { path, store, every = 1 } = checkpoint;
  if ((path === undefined) === (store === undefined))
    throw new ArgumentError(`${where}: checkpoint needs a path or a store`);
  const times = typeof every === 'number' ? every : every?.batches;
  if (!Number.isSafeInteger(times) || times < 1) {
    wrong(ArgumentError, where, 'checkpoint.every', 'a number of epochs, or { batches: a number }', every);
  }
}

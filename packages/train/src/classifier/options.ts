import { aSeed, aSignal, checkOptions, type Known, wrong } from '@internal/arguments';
import type { Step } from '@kindling/data';
import type { AnyOptimizer } from '@kindling/optim';
import { ArgumentError, type Tensor } from '@kindling/tensor-core';
import type { ThresholdChoice } from '../calibration/index.js';
import type { Steppable } from '../callbacks/index.js';
import { checkCheckpoint, type FitCheckpoint } from '../fit-options.js';
import { aProgress, type ProgressOption } from '../progress.js';
import type { Updater } from '../types.js';
import type { ClassWeight } from '../weights.js';
import type { OptimizerName, ScheduleName } from './optimizers.js';
import { checkStreams, type RandomStreams } from './streams.js';

/** The functions between layers that {@link classifier} knows. */
export type ActivationName = 'relu' | 'tanh' | 'gelu' | 'silu' | 'sigmoid';

/** How a {@link Classifier} is made; the defaults suit tables of some hundred to some hundred thousand rows. */
export interface ClassifierOptions {
  /** The sizes of the hidden layers; default one of 32. None makes it a logistic regression. */
  readonly hidden?: readonly number[];
  /** What stands between the layers; default `relu`. */
  readonly activation?: ActivationName;
  /** The share of hidden units that is left out in a step; default 0.1. */
  readonly dropout?: number;
  /** Whether hidden layers are normalised over the batch; default false. */
  readonly batchNorm?: boolean;
  /**
   * Makes a new pipeline that prepares the table in the place of `makePreprocessor`, for each network from the rows and labels that it is
   * trained on alone. It is given the columns that `makePreprocessor` would use, and must fill what is missing.
   */
  readonly pipeline?: () => Step;
  /** What changes the weights; default `adamw`. One of your own is made from the parameters of each network. */
  readonly optimizer?: OptimizerName | ((parameters: Tensor[]) => AnyOptimizer & Updater);
  /** The learning rate; default 0.005. With `auto` it is sought for each network, as `findLearningRate` does. */
  readonly lr?: number | 'auto';
  /** The weight decay; default 0.01. */
  readonly weightDecay?: number;
  /**
   * How the learning rate changes from epoch to epoch: not (`constant`, the default), down to 0 in the last of `epochs`
   * (`cosine`), or whenever there is no improvement for a third of `patience` (`plateau`); or one of your own.
   */
  readonly schedule?: ScheduleName | ((optimizer: AnyOptimizer) => Steppable);
  /** How often at most each network goes through its rows; default 200. */
  readonly epochs?: number;
  /** Rows a step; default 32, in large tables up to 512. */
  readonly batchSize?: number;
  /** After how many epochs without improvement on the rows left out a network has learnt enough; default 15. */
  readonly patience?: number;
  /** How much each class counts, the negative one first; default both as often as they are. */
  readonly classWeight?: ClassWeight;
  /** How probabilities are corrected, by what the networks say of rows that they were not trained on; default `none`. */
  readonly calibrate?: 'none' | 'temperature' | 'platt' | 'isotonic';
  /** Where a probability becomes a class: a number (default 0.5), or how to choose it on rows left out. */
  readonly threshold?: number | ThresholdChoice;
  /** How many networks share the work, each trained without one part of the rows; default 5, at least 2. */
  readonly members?: number;
  /** Where the random numbers begin; default 0. The global stream does not move. */
  readonly seed?: number | string;
  /** Whose streams they are: seedrandom's (the default), or those of scikit-learn and PyTorch with `seed` and `seed + k`. */
  readonly rng?: RandomStreams;
  /** `true` shows a line in the terminal; a function is told now and then how far it is. */
  readonly progress?: ProgressOption;
  /** Called after each epoch of each network. */
  readonly onEpochEnd?: (event: ClassifierEpoch) => void | Promise<void>;
  /** Ends training when it is aborted, after the batch under way: `fit` then throws the signal's reason, and `checkpoint` has all. */
  readonly signal?: AbortSignal;
  /** Keeps a checkpoint from which `resume` goes on: `every` so many epochs, or batches. */
  readonly checkpoint?: Omit<FitCheckpoint, 'generators'>;
  /** Whether to go on from the checkpoint, if there is one; what comes out is the same as if nothing had happened. */
  readonly resume?: boolean;
}

/** An epoch of one of a classifier's networks. */
export interface ClassifierEpoch {
  /** Which network it is, from 1. */
  readonly member: number;
  readonly members: number;
  /** The epoch, from 1. */
  readonly epoch: number;
  readonly loss: number;
  /** The loss on the rows that this network is not trained on. */
  readonly valLoss: number;
  /** Whether that is the smallest so far. */
  readonly improved: boolean;
}

/** The options that say how networks are trained, whatever they are made for. */
export const trainingOptions: Known<Omit<ClassifierOptions, 'activation' | 'batchNorm' | 'pipeline'>> = {
  hidden: 1,
  dropout: 'number',
  optimizer: 1,
  lr: 1,
  weightDecay: 'number',
  schedule: 1,
  epochs: 'number',
  batchSize: 'number',
  patience: 'number',
  classWeight: [
    "'balanced' or an array of numbers",
    (value) => value === 'balanced' || (Array.isArray(value) && value.every((one) => typeof one === 'number')),
  ],
  calibrate: 1,
  threshold: 1,
  members: 1,
  seed: aSeed,
  rng: 1,
  progress: aProgress,
  onEpochEnd: 'function',
  signal: aSignal,
  checkpoint: 1,
  resume: 1,
};

const KNOWN: Known<ClassifierOptions> = { activation: 1, batchNorm: 'boolean', pipeline: 1, ...trainingOptions };

const ACTIVATIONS: readonly unknown[] = ['relu', 'tanh', 'gelu', 'silu', 'sigmoid'];
const OPTIMIZERS: readonly unknown[] = ['adamw', 'adam', 'sgd', 'rmsprop'];
const SCHEDULES: readonly unknown[] = ['constant', 'cosine', 'plateau'];
const CALIBRATIONS: readonly unknown[] = ['none', 'temperature', 'platt', 'isotonic'];

/** Throws for what makes no sense whatever the table. */
export function checkClassifierOptions(options: ClassifierOptions): void {
  checkOptions(ArgumentError, 'classifier', options, KNOWN);
  const { hidden = [], activation = 'relu', dropout = 0, calibrate = 'none', threshold = 0.5, members = 5 } = options;
  const sized = Array.isArray(hidden) && hidden.every((size) => Number.isSafeInteger(size) && size > 0);
  if (!sized) wrong(ArgumentError, 'classifier', 'hidden', 'a list of sizes such as [60, 60]', hidden);
  if (!ACTIVATIONS.includes(activation))
    wrong(ArgumentError, 'classifier', 'activation', `one of ${ACTIVATIONS.join(', ')}`, activation);
  if (!(dropout >= 0 && dropout < 1))
    wrong(ArgumentError, 'classifier', 'dropout', 'a number from 0 to below 1', dropout);
  if (options.pipeline !== undefined && typeof options.pipeline !== 'function')
    wrong(ArgumentError, 'classifier', 'pipeline', 'a function that makes a new one', options.pipeline);
  if (!CALIBRATIONS.includes(calibrate))
    wrong(ArgumentError, 'classifier', 'calibrate', `one of ${CALIBRATIONS.join(', ')}`, calibrate);
  const found = threshold as unknown;
  const goal =
    found === 'f1' ||
    found === 'youden' ||
    (typeof found === 'object' &&
      found !== null &&
      ['fBeta', 'cost', 'recall', 'precision'].some((name) => name in found));
  if (typeof threshold === 'number' ? !(threshold >= 0 && threshold <= 1) : !goal) {
    wrong(ArgumentError, 'classifier', 'threshold', 'a number from 0 to 1, or how to choose it', threshold);
  }
  if (!Number.isSafeInteger(members) || members < 2)
    wrong(ArgumentError, 'classifier', 'members', 'a whole number from 2', members);
  const { optimizer = 'adamw', schedule = 'constant' } = options;
  if (typeof optimizer !== 'function' && !OPTIMIZERS.includes(optimizer))
    wrong(ArgumentError, 'classifier', 'optimizer', `one of ${OPTIMIZERS.join(', ')}, or a function`, optimizer);
  if (typeof schedule !== 'function' && !SCHEDULES.includes(schedule))
    wrong(ArgumentError, 'classifier', 'schedule', `one of ${SCHEDULES.join(', ')}, or a function`, schedule);
  const { rng = 'seedrandom' } = options;
  checkStreams('classifier', rng);
  checkCheckpoint('classifier', options);
  const { lr = 1 } = options;
  if (lr !== 'auto' && !(typeof lr === 'number' && lr > 0))
    wrong(ArgumentError, 'classifier', 'lr', `a number above 0, or 'auto'`, lr);
  for (const name of ['epochs', 'batchSize', 'patience'] as const) {
    const value = options[name];
    if (value !== undefined && !(value > 0)) wrong(ArgumentError, 'classifier', name, 'a number above 0', value);
  }
}

import type { ImageNetwork } from './images.ts';
import type { MlpLayers } from './mlp.ts';
import type { OperationName } from './operations.ts';

/** One piece of work that every competitor does, as it is sent to the competitor's process. */
export type Work = TrainWork | ImageWork | MlpWork | PredictWork | MatmulWork | MapWork | OperationWork;

/** A network of linear layers; `sizes[0]` features in, `sizes.at(-1)` outputs. */
export interface Network {
  readonly sizes: readonly number[];
  readonly hidden: 'relu' | 'sigmoid';
  /** What follows the last layer. */
  readonly output: 'sigmoid' | 'none';
}

/** Rows in row-major order, and a label of 0 or 1 for each. */
export interface Batch {
  readonly rows: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** One repetition is one step: forward, loss, backward, update. Step i takes batch i modulo their number. */
export interface TrainWork {
  readonly kind: 'train';
  readonly network: Network;
  readonly batches: readonly Batch[];
  /** Binary cross entropy, of probabilities or of logits, as `network.output` says. */
  readonly optimizer: 'sgd' | 'adam';
  readonly lr: number;
  /** The losses of this many first steps are compared. */
  readonly checkSteps: number;
}

/** One repetition is one step of SGD on one batch of images, with the cross entropy of their classes. */
export interface ImageWork {
  readonly kind: 'images';
  readonly network: ImageNetwork;
  readonly lr: number;
  /** The losses of this many first steps are compared. */
  readonly checkSteps: number;
}

/** One repetition is one step of Adam on a batch of the middling network, or one epoch of its whole table in shuffled batches. */
export interface MlpWork {
  readonly kind: 'mlp';
  readonly layers: MlpLayers;
  readonly by: 'step' | 'epoch';
  readonly lr: number;
  /** The losses of this many first steps, or epochs in order, are compared. */
  readonly checkSteps: number;
}

/** Whether work changes what it begins with, so that each time it begins anew. */
export function trains(work: Work): work is TrainWork | ImageWork | MlpWork {
  return work.kind === 'train' || work.kind === 'images' || work.kind === 'mlp';
}

/** One repetition is one forward pass without gradients, its result read into an array. */
export interface PredictWork {
  readonly kind: 'predict';
  readonly network: Network;
  readonly rows: number;
  /** Whether the library's own function for many rows is asked, which may take them in parts. */
  readonly inParts?: boolean;
}

/** One repetition is [m, k] x [k, n]. */
export interface MatmulWork {
  readonly kind: 'matmul';
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/** One repetition maps, or sums up, `size` numbers; softmax goes along rows of 1000. */
export interface MapWork {
  readonly kind: 'map';
  readonly name: 'exp' | 'sigmoid' | 'sum' | 'softmax';
  readonly size: number;
}

/** One repetition is one operation on `size` numbers, whose result is given back at once. */
export interface OperationWork {
  readonly kind: 'operation';
  readonly name: OperationName;
  readonly size: number;
}

/** The length of a softmax's rows. */
export const SOFTMAX_ROW = 1000;

/** What a competitor makes of a piece of work. */
export interface Trial {
  /** Does it `repetitions` times; the last result is there when it returns. */
  run(repetitions: number): void | Promise<void>;
  /** Numbers to compare: the losses of the first steps, or some elements of the result. Asked for once, and first. */
  check(): readonly number[] | Promise<readonly number[]>;
  /** Gives back what garbage collection would not. */
  release?(): void;
}

/** A library under measurement, in its own process. */
export interface Competitor {
  readonly version: string;
  /** The work, ready to run, from the same initial weights each time; `undefined` where the library cannot do it. */
  start(work: Work): Trial | undefined | Promise<Trial | undefined>;
}

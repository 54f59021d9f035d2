import type { History } from '../history.js';
import type { Model, Updater } from '../types.js';

/** The training that a callback listens to. */
export interface Training<Name extends string = string> {
  readonly model: Model;
  readonly optimizer: Updater;
  /** What has happened so far. */
  readonly history: Readonly<History<Name>>;
  /** How many epochs there are to be. */
  readonly epochs: number;
  /** Ends training after the batch under way; an epoch that is cut short is not in the history. */
  stop(): void;
}

/** A batch that was trained on. */
export interface BatchEvent<Name extends string = string> {
  /** The epoch, from 1. */
  readonly epoch: number;
  /** The batch in the epoch, from 1. */
  readonly batch: number;
  /** How many batches an epoch has, where that is known. */
  readonly batches: number | undefined;
  /** The number of rows in the batch. */
  readonly rows: number;
  /** The batch's loss before the step; `null` where losses are read only when an epoch ends. */
  readonly loss: number | null;
  /** Whether the optimizer made a step: with `accumulate`, only the last of several batches. */
  readonly stepped: boolean;
  /** How much of the whole training is done, from 0 to 1; steps of an epoch count where `batches` is known. */
  readonly progress: number;
  readonly training: Training<Name>;
}

/** An epoch that was finished. */
export interface EpochEvent<Name extends string = string> {
  /** The epoch, from 1. */
  readonly epoch: number;
  /** The mean training loss. */
  readonly loss: number;
  /** The mean validation loss; `null` without validation. */
  readonly valLoss: number | null;
  /** The metrics on the validation data. */
  readonly metrics: Readonly<Record<Name, number>>;
  /** Whether these are the best weights so far, by what `restoreBest` watches; `false` without it. */
  readonly improved: boolean;
  /** How much of the whole training is done, from 0 to 1. */
  readonly progress: number;
  readonly training: Training<Name>;
}

/** Listens to training and may stop it. What a method returns is awaited; an error that it throws ends training. */
export interface Callback<Name extends string = string> {
  /** Before the first epoch. */
  onTrainBegin?(training: Training<Name>): void | Promise<void>;
  /** After the step of each batch. */
  onBatchEnd?(event: BatchEvent<Name>): void | Promise<void>;
  /** After each epoch and its validation. */
  onEpochEnd?(event: EpochEvent<Name>): void | Promise<void>;
  /** What it remembers from epoch to epoch: plain data, kept in the checkpoints of `fit`. */
  stateDict?(): object;
  /** Goes on from what `stateDict` gave. */
  loadStateDict?(state: never): unknown;
  /** After the last epoch, before the best weights are put back. */
  onTrainEnd?(training: Training<Name>): void | Promise<void>;
}

import { aRecord, aSeed, aSignal, type Known, needOptions, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { Mode } from '../types.js';
import type { SearchCheckpoint } from './trial-log.js';

/** What an {@link Objective} is told of its trial. */
export interface TrialContext {
  /** The number of the trial, from 1. */
  readonly trial: number;
  /** A seed of its own, so that its result does not depend on the trials before it. */
  readonly seed: string;
  /** In {@link halvingSearch} how much it may use, such as epochs or rows; else `null`. */
  readonly resource: number | null;
  readonly signal: AbortSignal | undefined;
}

/** Says how good parameters are: a number, or one with details that are kept beside it (plain data, where there is a checkpoint). */
export type Objective<P> = (
  params: P,
  context: TrialContext,
) =>
  | number
  | { readonly score: number; readonly details: unknown }
  | Promise<number | { readonly score: number; readonly details: unknown }>;

/** One try of some parameters. */
export interface Trial<P = Record<string, unknown>> {
  /** Its number, from 1. */
  readonly trial: number;
  readonly params: P;
  /** `null` where it failed. */
  readonly score: number | null;
  /** What went wrong, where something did. */
  readonly error: string | null;
  readonly details: unknown;
  /** How much it might use; `null` but in {@link halvingSearch}. */
  readonly resource: number | null;
  readonly seconds: number;
}

/** How a search goes. */
export interface SearchOptions<P = Record<string, unknown>> {
  /** Whether the largest or the smallest score is best; default `max`. */
  readonly mode?: Mode;
  /** Where the seeds of the trials come from; default 0. */
  readonly seed?: number | string;
  /**
   * How many trials go on at once; default 1. More are only for an objective that works elsewhere, as in a
   * {@link workerPool}: in one thread they would share the stream of random numbers.
   */
  readonly jobs?: number;
  /** Keeps every trial that is finished. */
  readonly checkpoint?: SearchCheckpoint;
  /** Whether trials that are in the checkpoint are taken from there; default false. */
  readonly resume?: boolean;
  /** Whether a trial that throws ends the search (`throw`, the default) or is kept as failed (`keep`). */
  readonly failures?: 'throw' | 'keep';
  /** Called after each trial, in the order in which they end. */
  readonly onTrial?: (trial: Trial<P>, finished: number, planned: number) => void | Promise<void>;
  /** Ends the search when it is aborted, with its reason. */
  readonly signal?: AbortSignal;
}

/** What a search found. */
export interface SearchResult<P = Record<string, unknown>> {
  /** The best trial, the first of equals; in {@link halvingSearch} of those of the last round. */
  readonly best: Trial<P>;
  /** All trials by number. */
  readonly trials: Trial<P>[];
}

/** The names of {@link SearchOptions}. */
export const knownSearch: Known<SearchOptions> = {
  mode: 1,
  seed: aSeed,
  jobs: 1,
  checkpoint: aRecord,
  resume: 'boolean',
  failures: 1,
  onTrial: 'function',
  signal: aSignal,
};

/** Throws for what makes no sense whatever the parameters. */
export function checkSearch(
  where: string,
  objective: unknown,
  options: SearchOptions,
  known: Known<SearchOptions>,
): void {
  if (typeof objective !== 'function')
    wrong(ArgumentError, where, 'the objective', 'a function of the parameters', objective);
  needOptions(ArgumentError, where, options, known);
  const { mode = 'max', jobs = 1, failures = 'throw', resume, checkpoint } = options;
  if (mode !== 'max' && mode !== 'min') wrong(ArgumentError, where, 'mode', "'max' or 'min'", mode);
  if (!Number.isSafeInteger(jobs) || jobs < 1) wrong(ArgumentError, where, 'jobs', 'a whole number from 1', jobs);
  if (failures !== 'throw' && failures !== 'keep')
    wrong(ArgumentError, where, 'failures', "'throw' or 'keep'", failures);
  if (resume === true && checkpoint === undefined)
    throw new ArgumentError(`${where}: resume needs checkpoint: { path }`);
}

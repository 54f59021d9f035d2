import { aSeed, checkOptions, type Known, needOptions, wrong } from '@internal/arguments';
import type { Interval } from '@kindling/metrics';
import { ArgumentError } from '@kindling/tensor-core';
import type { SearchOptions, SearchResult } from '../search/options.js';
import { knownSearch } from '../search/options.js';
import type { Space } from '../search/parameters.js';
import { halvingSearch, randomizedSearch } from '../search/search.js';
import { type ClassifierTask, type TableLike, toTable } from './classifier.js';
import { type ComparedMeasure, compareClassifiers } from './compare-classifiers.js';
import { type ClassifierOptions, checkClassifierOptions } from './options.js';

/** One design to be judged, as plain data: it may be sent to a thread or another machine. */
export interface TuneTrial {
  readonly design: ClassifierOptions;
  readonly folds: number;
  readonly by: ComparedMeasure;
  readonly seed: number | string;
}

/** How good a design is. */
export interface TuneScore {
  /** The mean of the measure that decides over the folds. */
  readonly score: number;
  /** The means of all measures, with intervals that allow for the folds having rows in common. */
  readonly means: Readonly<Record<ComparedMeasure, Interval>>;
}

/** How {@link tuneClassifier} searches. */
export interface TuneOptions<P extends ClassifierOptions = ClassifierOptions>
  extends Omit<SearchOptions<P>, 'mode' | 'seed'> {
  /** How many designs are drawn; default 30. */
  readonly trials?: number;
  /** Whether all get all epochs (`random`, the default), or the best third of those with few get three times as many, and so on. */
  readonly method?: 'random' | 'halving';
  /** How many parts the rows are in; default 5. */
  readonly folds?: number;
  /** What decides which design is the best; default `logLoss`. */
  readonly by?: ComparedMeasure;
  /** Where the random numbers begin, the same for all designs: they meet the same folds and begin alike; default 0. */
  readonly seed?: number | string;
  /** What all designs have in common. */
  readonly design?: ClassifierOptions;
  /** Judges a design elsewhere, such as {@link judgeDesign} in a thread. */
  readonly judge?: (trial: TuneTrial, signal: AbortSignal | undefined) => Promise<TuneScore>;
}

/** What {@link tuneClassifier} found. */
export interface TuneResult<P extends ClassifierOptions = ClassifierOptions> extends SearchResult<P> {
  /** The design that was best, with what all have in common: options for `classifier`. */
  readonly design: ClassifierOptions;
}

const where = 'tuneClassifier';
const known: Known<TuneOptions> = {
  ...(({ mode, seed, ...rest }) => rest)(knownSearch),
  trials: 1,
  method: 1,
  folds: 1,
  by: 1,
  seed: aSeed,
  design: 1,
  judge: 1,
};

/**
 * Searches the design that suits a table best: some are drawn from a space, and each is judged by cross-validation on the
 * same folds.
 *
 * @param space - lists of values or distributions for options of a classifier, as `parameterSampler` takes them.
 * @returns the trials, and the best design; `classifier(design).fit(table, task)` trains it on all rows.
 * @throws `ArgumentError` for what makes no sense; `TrainError` where every design failed.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { setBackend } from '@kindling/tensor-core';
 * import { classifier, logUniform, tuneClassifier } from '@kindling/train';
 * setBackend(await cpu());
 * const rows = Array.from({ length: 90 }, (_, i) => ({ x: i % 30, inside: Math.abs((i % 30) - 15) < 7 }));
 * const task = { target: 'inside', positive: true };
 * const { best, design } = await tuneClassifier(
 *   rows,
 *   task,
 *   { hidden: [[], [16]], lr: logUniform(0.01, 0.1) },
 *   { trials: 4, folds: 3, seed: 1, design: { epochs: 40 } },
 * );
 * console.log(best.params.hidden, design.epochs); // => [ 16 ] 40
 * const model = await classifier(design).fit(rows, task);
 * console.log(model.spec.design.hidden); // => [ 16 ]
 * ```
 */
export async function tuneClassifier<P extends ClassifierOptions>(
  table: TableLike,
  task: ClassifierTask,
  space: Space<P>,
  options: TuneOptions<P> = {},
): Promise<TuneResult<P>> {
  checkOptions(ArgumentError, where, options, known);
  const {
    trials = 30,
    method = 'random',
    folds = 5,
    by = 'logLoss',
    seed = 0,
    design = {},
    judge,
    ...search
  } = options;
  if (method !== 'random' && method !== 'halving')
    wrong(ArgumentError, where, 'method', "'random' or 'halving'", method);
  if (judge !== undefined && typeof judge !== 'function') wrong(ArgumentError, where, 'judge', 'a function', judge);
  if (judge === undefined && (search.jobs ?? 1) > 1)
    throw new ArgumentError(`${where}: jobs needs judge: designs in one thread would share its random numbers`);
  checkClassifierOptions(design);
  const rows = toTable(where, table);
  const { checkpoint, failures = 'keep' } = search;
  const all = {
    ...search,
    seed,
    trials,
    failures,
    mode: by === 'logLoss' || by === 'brier' ? 'min' : 'max',
    ...(checkpoint === undefined
      ? {}
      : { checkpoint: { ...checkpoint, about: JSON.stringify({ by, folds, design, of: checkpoint.about ?? null }) } }),
  } as const;
  const complete = (params: P, resource: number | null): ClassifierOptions => ({
    ...design,
    ...params,
    ...(resource === null ? {} : { epochs: resource }),
  });
  const objective = async (
    params: P,
    { resource, signal }: { resource: number | null; signal: AbortSignal | undefined },
  ) => {
    const trial: TuneTrial = { design: complete(params, resource), folds, by, seed };
    const { score, means } = await (judge === undefined
      ? judgeDesign(rows, task, trial, signal)
      : judge(trial, signal));
    return { score, details: means };
  };
  const { epochs = 200 } = design;
  // Three rounds at most, each of a third of the designs, so that those of the last one get all epochs.
  const rounds = Math.min(3, 1 + Math.floor(Math.log(trials) / Math.log(3) + 1e-12));
  const min = Math.max(1, Math.floor(epochs / 3 ** (rounds - 1)));
  const found =
    method === 'random'
      ? await randomizedSearch(space, objective, all)
      : await halvingSearch(space, objective, { ...all, resource: { min, max: epochs } });
  return { ...found, design: complete(found.best.params, null) };
}

/**
 * How good a design is on a table: what {@link tuneClassifier} does with each, for a thread or another machine to do.
 *
 * @throws as `compareClassifiers`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { setBackend } from '@kindling/tensor-core';
 * import { judgeDesign } from '@kindling/train';
 * setBackend(await cpu());
 * const rows = Array.from({ length: 60 }, (_, i) => ({ x: i % 30, high: i % 30 > 12 }));
 * const trial = { design: { hidden: [], epochs: 20, lr: 0.1 }, folds: 3, by: 'auc', seed: 0 } as const;
 * const { score, means } = await judgeDesign(rows, { target: 'high' }, trial);
 * console.log(score > 0.9, score === means.auc.estimate); // => true true
 * ```
 */
export async function judgeDesign(
  table: TableLike,
  task: ClassifierTask,
  trial: TuneTrial,
  signal?: AbortSignal,
): Promise<TuneScore> {
  needOptions(ArgumentError, 'judgeDesign: trial', trial, { design: 1, folds: 1, by: 1, seed: 1 });
  const { design, folds, by, seed } = trial;
  if (typeof design !== 'object' || design === null)
    wrong(ArgumentError, 'judgeDesign', 'trial.design', 'an object, as tuneClassifier gives it', design);
  const { designs } = await compareClassifiers(
    table,
    task,
    { design },
    {
      folds,
      by,
      seed,
      ...(design.rng === undefined ? {} : { rng: design.rng }),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  const { means } = designs[0]!;
  return { score: means[by].estimate, means };
}

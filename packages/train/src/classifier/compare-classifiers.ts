import { aSeed, aSignal, checkOptions, describe, type Known, wrong } from '@internal/arguments';
import { type RandomStateLike, StratifiedGroupKFold, StratifiedKFold, type Table } from '@kindling/data';
import { type ComparedFolds, correctedResampledTTest, type Interval } from '@kindling/metrics';
import { ArgumentError, getBackend, SeedrandomGenerator } from '@kindling/tensor-core';
import { backendSource } from '../jobs/thread-backend.js';
import { receivedError } from '../jobs/thread-error.js';
import { workerPool } from '../jobs/worker-pool.js';
import { threadTasks } from '../thread-modules.js';
import { type ClassifierTask, type TableLike, toTable } from './classifier.js';
import type { Measures } from './measures.js';
import { type ClassifierOptions, checkClassifierOptions } from './options.js';
import { checkStreams, type RandomStreams, wholeSeed } from './streams.js';
import { type DesignAnswer, type DesignData, type DesignTask, trainDesign } from './thread.js';

/** What designs are compared by. */
export type ComparedMeasure = 'auc' | 'logLoss' | 'accuracy' | 'brier' | 'f1';

/** How {@link compareClassifiers} compares. */
export interface CompareOptions {
  /** How many parts the rows are in; each is tested on once; default 5. */
  readonly folds?: number;
  /** What decides which design is the best; default `logLoss`. */
  readonly by?: ComparedMeasure;
  /** Where the random numbers begin; default 0. */
  readonly seed?: number | string;
  /** Whose streams designs and folds draw from; `torch` gives scikit-learn's folds of `random_state=seed`. */
  readonly rng?: RandomStreams;
  /**
   * How many are trained at the same time, each in a thread; default 1. What comes out is the same. Designs are then plain data,
   * without functions.
   */
  readonly jobs?: number;
  /** Is told after each fold of each design; with `jobs` in the order in which they end. */
  readonly onFold?: (event: FoldOfDesign) => void;
  /** Ends it when it is aborted, with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What a design has scored on one fold. */
export interface FoldOfDesign {
  readonly design: string;
  /** The fold, from 1. */
  readonly fold: number;
  readonly measures: Measures;
  /** How much of the whole is done, from 0 to 1. */
  readonly done: number;
}

/** What a design has scored. */
export interface DesignScores {
  readonly design: string;
  readonly folds: readonly Measures[];
  /** The means over the folds, with intervals that allow for the folds having rows in common. */
  readonly means: Readonly<Record<ComparedMeasure, Interval>>;
  /** Against the best design, by the measure that decides: its scores less the best one's; `null` for the best itself. */
  readonly difference: ComparedFolds | null;
}

/** All designs, the best first. */
export interface ClassifierComparison {
  readonly by: ComparedMeasure;
  readonly designs: readonly DesignScores[];
}

const known: Known<CompareOptions> = {
  folds: 1,
  by: 1,
  seed: aSeed,
  rng: 1,
  jobs: 1,
  onFold: 'function',
  signal: aSignal,
};
const MEASURES: readonly ComparedMeasure[] = ['auc', 'logLoss', 'accuracy', 'brier', 'f1'];
const where = 'compareClassifiers';

/**
 * Which of some designs suits a table best: all are trained and tested on the same folds, and each is tested against the
 * best one, with the variance widened for folds that have training rows in common (Nadeau and Bengio, 2003).
 *
 * @param designs - the options of a classifier each, by a name of your choice.
 * @throws `ArgumentError` for what makes no sense, and where a class has fewer rows than there are folds.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { setBackend } from '@kindling/tensor-core';
 * import { compareClassifiers } from '@kindling/train';
 * setBackend(await cpu());
 * const rows = Array.from({ length: 90 }, (_, i) => ({ x: i % 30, inside: Math.abs((i % 30) - 15) < 7 }));
 * const { designs } = await compareClassifiers(
 *   rows,
 *   { target: 'inside', positive: true },
 *   { plain: { hidden: [], epochs: 20 }, network: { hidden: [16], epochs: 60, lr: 0.03 } },
 *   { folds: 3 },
 * );
 * console.log(designs.map(({ design }) => design)); // => [ 'network', 'plain' ]
 * ```
 */
export async function compareClassifiers(
  table: TableLike,
  task: ClassifierTask,
  designs: Readonly<Record<string, ClassifierOptions>>,
  options: CompareOptions = {},
): Promise<ClassifierComparison> {
  checkOptions(ArgumentError, where, options, known);
  const { folds = 5, by = 'logLoss', seed = 0, rng = 'seedrandom', jobs = 1, onFold, signal } = options;
  if (!Number.isSafeInteger(folds) || folds < 2) wrong(ArgumentError, where, 'folds', 'a whole number from 2', folds);
  if (!Number.isSafeInteger(jobs) || jobs < 1) wrong(ArgumentError, where, 'jobs', 'a whole number from 1', jobs);
  checkStreams(where, rng);
  if (typeof task?.target !== 'string') wrong(ArgumentError, where, 'target', 'the name of a column', task?.target);
  if (!MEASURES.includes(by)) wrong(ArgumentError, where, 'by', `one of ${MEASURES.join(', ')}`, by);
  const entries = Object.entries(designs ?? {});
  if (entries.length === 0) throw new ArgumentError(`${where}: expects at least one design, got ${describe(designs)}`);
  for (const [, design] of entries) checkClassifierOptions(design);
  const all = toTable(where, table);
  const parts = foldsOf(
    all,
    task,
    folds,
    rng === 'torch' ? wholeSeed(seed) : new SeedrandomGenerator(`${seed}/comparison`),
  );
  const measured = new Map(entries.map(([name]): [string, Measures[]] => [name, []]));
  const runner = jobs === 1 ? here(all, task, signal) : inThreads(all, task, jobs, entries, signal);
  let finished = 0;
  const run = async (design: string, settings: ClassifierOptions, k: number): Promise<void> => {
    const measures = await runner.run({ options: { seed, rng, ...settings }, ...parts[k]! });
    measured.get(design)![k] = measures;
    finished++;
    onFold?.({ design, fold: k + 1, measures, done: finished / (folds * entries.length) });
  };
  try {
    const tasks = parts.flatMap((_, k) =>
      entries.map(
        ([design, settings]) =>
          () =>
            run(design, settings, k),
      ),
    );
    if (jobs > 1) await Promise.all(tasks.map((start) => start()));
    else for (const start of tasks) await start();
  } finally {
    await runner.close();
  }
  return compared(measured, by);
}

/** Who trains a design on a fold. */
interface Runner {
  run(task: DesignTask): Promise<Measures>;
  close(): Promise<void>;
}

function here(table: Table, task: ClassifierTask, signal: AbortSignal | undefined): Runner {
  return {
    async run({ options, ...rows }) {
      signal?.throwIfAborted();
      return trainDesign(table, task, { options: signal === undefined ? options : { ...options, signal }, ...rows });
    },
    close: async () => undefined,
  };
}

function inThreads(
  { columns, source }: Table,
  task: ClassifierTask,
  jobs: number,
  designs: readonly (readonly [name: string, ClassifierOptions])[],
  signal: AbortSignal | undefined,
): Runner {
  for (const [name, design] of designs) {
    const [option] = Object.entries(design).find(([, value]) => typeof value === 'function') ?? [];
    if (option !== undefined) {
      throw new ArgumentError(
        `${where}: jobs: ${option} of the design ${describe(name)} is a function, which cannot be sent to a thread`,
      );
    }
    if (design.signal !== undefined || design.checkpoint !== undefined)
      throw new ArgumentError(`${where}: jobs: the design ${describe(name)} has a signal or checkpoint of its own`);
  }
  const data: DesignData = { backend: backendSource(getBackend()), columns, source, task };
  const pool = workerPool<DesignTask, DesignAnswer>(threadTasks(), {
    size: jobs,
    name: 'designInThread',
    data,
    ...(signal === undefined ? {} : { signal }),
  });
  return {
    async run(one) {
      const answer = await pool.run(one);
      if ('error' in answer) throw receivedError(answer.error);
      return answer.measures;
    },
    close: () => pool.close(),
  };
}

/** The rows of each fold: both classes alike in all, and those of one group together. */
function foldsOf(table: Table, { target, group }: ClassifierTask, folds: number, randomState: RandomStateLike) {
  const y = table.labels(target);
  const options = { nSplits: folds, shuffle: true, randomState };
  const groups = group === undefined ? undefined : y.map((_, row) => String(table.get(row, group)));
  return groups === undefined
    ? [...new StratifiedKFold(options).split(table.rows, y)]
    : [...new StratifiedGroupKFold(options).split(table.rows, y, groups)];
}

function compared(measured: ReadonlyMap<string, readonly Measures[]>, by: ComparedMeasure): ClassifierComparison {
  // A fold of one class has no AUC; it then counts as chance.
  const scores = (folds: readonly Measures[], measure: ComparedMeasure): number[] =>
    folds.map((fold) => fold[measure] ?? 0.5);
  const mean = (folds: readonly Measures[]): number => scores(folds, by).reduce((a, b) => a + b, 0) / folds.length;
  const sign = by === 'logLoss' || by === 'brier' ? 1 : -1;
  const ranked = [...measured].sort(([, a], [, b]) => sign * (mean(a) - mean(b)));
  const best = ranked[0]![1];
  const designs = ranked.map(
    ([design, folds], place): DesignScores => ({
      design,
      folds,
      means: Object.fromEntries(
        MEASURES.map((measure) => {
          const values = scores(folds, measure);
          const { estimate, low, high, confidence } = correctedResampledTTest(
            values,
            values.map(() => 0),
          );
          // No mean lies outside of what the measure can be.
          const most = measure === 'logLoss' ? high : Math.min(high, 1);
          return [measure, { estimate, low: Math.max(low, 0), high: most, confidence }];
        }),
      ) as Record<ComparedMeasure, Interval>,
      difference: place === 0 ? null : correctedResampledTTest(scores(folds, by), scores(best, by)),
    }),
  );
  return { by, designs };
}

import { checkOptions, wrong } from '@internal/arguments';
import {
  ArgumentError,
  getBackend,
  SeedrandomGenerator,
  setDefaultGenerator,
  type Tensor,
} from '@kindling/tensor-core';
import { loadCheckpoint } from '../checkpoint/checkpoint.js';
import { backendSource } from '../jobs/thread-backend.js';
import { receivedError } from '../jobs/thread-error.js';
import { workerPool } from '../jobs/worker-pool.js';
import { threadTasks } from '../thread-modules.js';
import type { FoldOutcome, FoldSettings } from './fold.js';
import { named } from './named.js';
import type { Fold, FoldEvent, FoldThreads } from './options.js';
import { Preparer } from './preparer.js';
import { rowsOf } from './rows-of.js';
import type { FoldAnswer, FoldData, FoldTask, SentTensor } from './thread.js';

/** Hears of a fold; `event` makes what a listener is told. */
type Use<Name extends string> = (
  fold: number,
  outcome: FoldOutcome<Name>,
  event: () => FoldEvent<Name>,
) => Promise<void>;

/** What a thread says of a fold that went well. */
type Trained = Exclude<FoldAnswer, { readonly error: unknown }>;

/** Trains folds in threads, some at a time; `use` hears of them one after the other, as they end. */
export async function trainInThreads<Name extends string>(
  settings: FoldSettings<Name>,
  whole: { readonly x: Tensor; readonly y: Tensor },
  folds: readonly Fold[],
  jobs: FoldThreads,
  wantOutputs: boolean,
  use: Use<Name>,
): Promise<void> {
  const { signal, ...given } = settings;
  checkJobs(jobs, settings);
  const { threads, module, name = 'default' } = jobs;
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  const [x, y] = await Promise.all([sent(whole.x), sent(whole.y)]);
  const data: FoldData = {
    module: String(module),
    name,
    backend: backendSource(getBackend()),
    plain: Object.fromEntries(entries.filter(([, value]) => isPlain(value))),
    made: entries.filter(([, value]) => !isPlain(value)).map(([option]) => option),
    metrics: Object.keys(settings.metrics ?? {}),
    x,
    y,
    wantOutputs,
  };
  const size = Math.min(threads, Math.max(folds.length, 1));
  const pool = workerPool<FoldTask, FoldAnswer>(threadTasks(), {
    size,
    name: 'foldInThread',
    data,
    ...(signal === undefined ? {} : { signal }),
  });
  let told = Promise.resolve();
  const train = async (rows: Fold, fold: number): Promise<void> => {
    const plainRows = { train: Int32Array.from(rows.train), test: Int32Array.from(rows.test) };
    const answer = await pool.run({ fold, rows: plainRows });
    await named(fold, async () => {
      if ('error' in answer) throw receivedError(answer.error);
    });
    const { outcome, outputs, ...trained } = answer as Trained;
    const found = {
      ...(outcome as FoldOutcome<Name>),
      outputs: outputs === null ? null : { shape: outputs.shape, dataSync: () => outputs.values },
    };
    told = told.then(() => use(fold, found, () => eventOf(settings, whole, rows, fold, found, trained)));
    await told;
  };
  try {
    await Promise.all(folds.map((rows, i) => train(rows, i + 1)));
  } finally {
    await pool.close();
  }
}

function checkJobs<Name extends string>(jobs: FoldThreads, { seed, ...given }: FoldSettings<Name>): void {
  const where = 'crossValidate: jobs';
  checkOptions(ArgumentError, where, jobs, { threads: 1, module: 1, name: 1 });
  const { threads, module } = jobs;
  if (!Number.isSafeInteger(threads) || threads < 1)
    wrong(ArgumentError, where, 'threads', 'a whole number from 1', threads);
  if (!URL.canParse(String(module))) {
    wrong(ArgumentError, where, 'module', "a URL such as new URL('./design.js', import.meta.url)", module);
  }
  if (seed === undefined) {
    throw new ArgumentError(
      `${where} needs seed: without one, each fold goes on with the random numbers of those before`,
    );
  }
  for (const option of ['progress', 'checkpoint', 'resume'] as const) {
    if (given[option] !== undefined && given[option] !== false)
      throw new ArgumentError(`${where} cannot be had with ${option}; onFoldEnd says how far it is`);
  }
}

/** What a listener is told: the model with the weights of the thread's, and the preprocessor fitted as it was there. */
function eventOf<Name extends string>(
  { makeModel, preprocess, seed }: FoldSettings<Name>,
  whole: { readonly x: Tensor; readonly y: Tensor },
  rows: Fold,
  fold: number,
  { history, score, measures }: FoldOutcome<Name>,
  { weights, learnt }: Pick<Trained, 'weights' | 'learnt'>,
): FoldEvent<Name> {
  const before = setDefaultGenerator(new SeedrandomGenerator(`${seed}/fold ${fold}`));
  try {
    const model = makeModel(fold);
    loadCheckpoint(weights, { model });
    let fitted: Promise<Preparer> | null = null;
    const fit = async (): Promise<Preparer> => {
      const preparer = new Preparer(preprocess?.(fold) ?? null);
      const { x, y } = rowsOf(whole, learnt);
      await preparer.first(x, y);
      return preparer;
    };
    const prepare = async (x: Tensor): Promise<Tensor> => {
      fitted ??= fit();
      return (await fitted).run(x);
    };
    return { fold, rows, model, history, score, measures, prepare };
  } finally {
    setDefaultGenerator(before);
  }
}

async function sent(tensor: Tensor): Promise<SentTensor> {
  const values = await tensor.data();
  return { shape: [...tensor.shape], values };
}

/** Whether it can be sent to a thread and is the same there. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'function') return false;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}

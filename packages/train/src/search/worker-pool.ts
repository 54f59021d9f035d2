import { checkOptions, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { builtin } from '../checkpoint/checkpoint-file.js';
import { TrainError } from '../errors.js';

/** Threads that do tasks, each one at a time. */
export interface WorkerPool<Task, Result> {
  /** How many threads there are. */
  readonly size: number;
  /** Has a task done by the next thread that is free. What the module throws is thrown here. */
  run(task: Task): Promise<Result>;
  /** Ends the threads; tasks under way are given up. */
  close(): Promise<void>;
}

/** What is used of `node:worker_threads`. */
interface Thread {
  postMessage(message: unknown): void;
  on(event: string, listener: (value: never) => void): unknown;
  terminate(): Promise<unknown>;
  unref(): void;
  ref(): void;
}

interface Waiting {
  readonly task: unknown;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** Loads the module of tasks in a thread, and answers each message. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const loading = import(workerData);
parentPort.on('message', async (task) => {
  try {
    const { default: work } = await loading;
    if (typeof work !== 'function') throw new TypeError(workerData + ' has no function as its default export');
    parentPort.postMessage({ result: await work(task) });
  } catch (error) {
    parentPort.postMessage({ error });
  }
});
`;

/**
 * Threads (Node) that do tasks at the same time: trials of a search, folds of a cross-validation. Each loads a module whose
 * default export is a function of one task; tasks and results are copied from thread to thread, so they are plain data.
 *
 * @param module - the URL of the module, such as `new URL('./trial.js', import.meta.url)`.
 * @param options - `size`: how many threads.
 * @throws `CheckpointError` where there are no threads of Node; `ArgumentError` for a size that makes no sense.
 * @example
 * ```ts
 * import { gridSearch, workerPool } from '@kindling/train';
 * // As a rule a file of its own; here the module is in the URL.
 * const module = new URL('data:text/javascript,export default ({ a }) => -((a - 2) ** 2)');
 * const pool = workerPool<{ a: number }, number>(module, { size: 2 });
 * const { best } = await gridSearch({ a: [1, 2, 3] }, (params) => pool.run(params), { jobs: pool.size });
 * await pool.close();
 * console.log(best.params); // => { a: 2 }
 * ```
 */
export function workerPool<Task, Result>(
  module: string | URL,
  options: { readonly size: number },
): WorkerPool<Task, Result> {
  checkOptions(ArgumentError, 'workerPool', options, { size: 1 });
  const { size } = options;
  if (!Number.isSafeInteger(size) || size < 1)
    wrong(ArgumentError, 'workerPool', 'size', 'a whole number from 1', size);
  const url = String(module);
  if (!URL.canParse(url)) {
    wrong(ArgumentError, 'workerPool', 'the module', "a URL such as new URL('./trial.js', import.meta.url)", module);
  }
  const { Worker } = builtin<{ Worker: new (program: string, options: object) => Thread }>(
    'node:worker_threads',
    'workerPool: there are no threads of Node here',
  );
  const queue: Waiting[] = [];
  const threads = new Map<Thread, Waiting | null>();
  let closed = false;

  const start = (): void => {
    const thread = new Worker(PROGRAM, { eval: true, workerData: url });
    const finish = (settle: (waiting: Waiting) => void): void => {
      const waiting = threads.get(thread);
      threads.set(thread, null);
      if (waiting) settle(waiting);
      thread.unref();
      next();
    };
    thread.on('message', (message: { result?: unknown; error?: unknown }) => {
      finish(({ resolve, reject }) => ('error' in message ? reject(message.error) : resolve(message.result)));
    });
    const lost = (error: unknown): void => {
      const waiting = threads.get(thread);
      threads.delete(thread);
      waiting?.reject(error);
      if (!closed) next();
    };
    thread.on('error', (error: unknown) => lost(error));
    thread.on('exit', (code: number) => lost(new TrainError(`workerPool: a thread ended with ${code}`)));
    threads.set(thread, null);
  };

  const next = (): void => {
    while (queue.length > 0) {
      let free = [...threads].find(([, waiting]) => waiting === null)?.[0];
      if (free === undefined) {
        if (threads.size >= size) return;
        start();
        free = [...threads.keys()].at(-1)!;
      }
      const waiting = queue.shift()!;
      threads.set(free, waiting);
      free.ref();
      free.postMessage(waiting.task);
    }
  };

  return {
    size,
    run: (task) =>
      new Promise((resolve, reject) => {
        if (closed) throw new TrainError('workerPool: it was closed');
        queue.push({ task, resolve: resolve as (result: unknown) => void, reject });
        next();
      }),
    async close() {
      closed = true;
      const gone = new TrainError('workerPool: it was closed');
      for (const { reject } of queue.splice(0)) reject(gone);
      await Promise.all([...threads.keys()].map((thread) => thread.terminate()));
    },
  };
}

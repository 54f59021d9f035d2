import { aSignal, type Known, needOptions, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { TrainError } from '../errors.js';
import { type Answer, startThread, type Thread } from './thread.js';

/** Threads that do tasks, each one at a time. */
export interface WorkerPool<Task, Result> {
  /** How many threads there are. */
  readonly size: number;
  /** Has a task done by the next thread that is free. What the module throws is thrown here. */
  run(task: Task): Promise<Result>;
  /** Ends the threads; tasks under way are given up. */
  close(): Promise<void>;
}

/** How a {@link workerPool} works. */
export interface WorkerPoolOptions {
  /** How many threads. */
  readonly size: number;
  /** Which export of the module is the function of a task; default `default`. */
  readonly name?: string;
  /** Plain data that all tasks need, such as a table's numbers: each thread gets it once, and the function as its second argument. */
  readonly data?: unknown;
  /** Ends the threads when it is aborted, also in the middle of a task; what waits then throws its reason. */
  readonly signal?: AbortSignal;
}

const KNOWN: Known<WorkerPoolOptions> = { size: 1, name: 1, data: 1, signal: aSignal };

interface Waiting {
  readonly task: unknown;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/**
 * Threads (of Node, or a page's workers) that do tasks at the same time: trials of a search, folds of a cross-validation.
 * Each loads a module that has a function of one task; tasks and results are copied from thread to thread, so they are
 * plain data. A thread starts with the first task for which none is free.
 *
 * @param module - the URL of the module, such as `new URL('./trial.js', import.meta.url)`.
 * @throws `CheckpointError` where there are no threads; `ArgumentError` for options that make no sense.
 * @example
 * ```ts
 * import { gridSearch, workerPool } from '@kindling/train';
 * // As a rule a file of its own; here the module is in the URL.
 * const module = new URL('data:text/javascript,export default ({ a }, { best }) => -((a - best) ** 2)');
 * const pool = workerPool<{ a: number }, number>(module, { size: 2, data: { best: 2 } });
 * const { best } = await gridSearch({ a: [1, 2, 3] }, (params) => pool.run(params), { jobs: pool.size });
 * await pool.close();
 * console.log(best.params); // => { a: 2 }
 * ```
 */
export function workerPool<Task, Result>(module: string | URL, options: WorkerPoolOptions): WorkerPool<Task, Result> {
  const where = 'workerPool';
  needOptions(ArgumentError, where, options, KNOWN);
  const { size, name = 'default', data, signal } = options;
  if (!Number.isSafeInteger(size) || size < 1) wrong(ArgumentError, where, 'size', 'a whole number from 1', size);
  if (typeof name !== 'string') wrong(ArgumentError, where, 'name', 'the name of an export', name);
  const url = String(module);
  if (!URL.canParse(url))
    wrong(ArgumentError, where, 'the module', "a URL such as new URL('./trial.js', import.meta.url)", module);
  const queue: Waiting[] = [];
  const threads = new Map<Thread, Waiting | null>();
  /** Why nothing more is done. */
  let closed: { readonly reason: unknown } | null = null;

  const start = (): Thread => {
    const thread = startThread(
      { url, name, data },
      {
        done: (answer: Answer) => {
          const waiting = threads.get(thread);
          // A thread that has ended may have answered before.
          if (waiting === undefined) return;
          threads.set(thread, null);
          thread.hold(false);
          if ('error' in answer) waiting?.reject(answer.error);
          else waiting?.resolve(answer.result);
          next();
        },
        lost: (reason: string) => {
          const waiting = threads.get(thread);
          threads.delete(thread);
          waiting?.reject(new TrainError(`${where}: a thread was lost: ${reason}`));
          if (closed === null) next();
        },
      },
    );
    threads.set(thread, null);
    return thread;
  };

  const next = (): void => {
    while (queue.length > 0) {
      let free = [...threads].find(([, waiting]) => waiting === null)?.[0];
      if (free === undefined) {
        if (threads.size >= size) return;
        free = start();
      }
      const waiting = queue.shift()!;
      threads.set(free, waiting);
      free.hold(true);
      try {
        free.post(waiting.task);
      } catch (error) {
        // What cannot be copied, such as a function.
        threads.set(free, null);
        free.hold(false);
        waiting.reject(error);
      }
    }
  };

  const end = async (reason: unknown): Promise<void> => {
    if (closed !== null) return;
    closed = { reason };
    signal?.removeEventListener('abort', aborted);
    const running = [...threads];
    threads.clear();
    for (const { reject } of queue.splice(0)) reject(reason);
    for (const [, waiting] of running) waiting?.reject(reason);
    await Promise.all(running.map(([thread]) => thread.end()));
  };
  const aborted = (): void => void end(signal!.reason);
  if (signal?.aborted) closed = { reason: signal.reason };
  else signal?.addEventListener('abort', aborted);

  return {
    size,
    run: (task) =>
      new Promise((resolve, reject) => {
        if (closed !== null) throw closed.reason;
        queue.push({ task, resolve: resolve as (result: unknown) => void, reject });
        next();
      }),
    close: () => end(new TrainError(`${where}: it was closed`)),
  };
}

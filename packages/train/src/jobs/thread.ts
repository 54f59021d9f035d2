import { builtin } from '../checkpoint/checkpoint-file.js';

/** What a thread loads, and what it is told once. */
export interface ThreadSource {
  /** The URL of a module. */
  readonly url: string;
  /** Which of its exports does the tasks. */
  readonly name: string;
  /** Plain data for all tasks. */
  readonly data: unknown;
}

/** What a thread says after a task. */
export type Answer = { readonly result: unknown } | { readonly error: unknown };

/** A thread of Node, or the worker of a page. */
export interface Thread {
  post(task: unknown): void;
  /** Ends it at once; nothing more is heard of it. */
  end(): Promise<void>;
  /** Whether Node waits for it. */
  hold(wanted: boolean): void;
}

/** Who hears a thread. */
export interface Listener {
  /** It has answered. */
  done(answer: Answer): void;
  /** It has ended, or its program cannot be loaded. */
  lost(reason: string): void;
}

/** What is used of `node:worker_threads`. */
interface NodeWorker {
  postMessage(message: unknown): void;
  on(event: string, listener: (value: never) => void): unknown;
  terminate(): Promise<unknown>;
  unref(): void;
  ref(): void;
}

/** Loads the module of tasks, and answers each message; `listen` and `send` are Node's or a page's. */
const PROGRAM = `
const begin = (source) => {
  const loading = import(source.url);
  loading.catch(() => undefined);
  return async (task) => {
    try {
      const work = (await loading)[source.name];
      if (typeof work !== 'function') throw new TypeError(source.url + " has no function as its " + source.name + " export");
      send({ result: await work(task, source.data) });
    } catch (error) {
      try {
        send({ error });
      } catch {
        send({ error: new Error(String(error)) });
      }
    }
  };
};`;

const NODE = `
const { parentPort, workerData } = require('node:worker_threads');
const send = (answer) => parentPort.postMessage(answer);
${PROGRAM}
parentPort.on('message', begin(workerData));`;

const PAGE = `
const send = (answer) => postMessage(answer);
${PROGRAM}
let answer;
addEventListener('message', ({ data }) => {
  if (answer === undefined) answer = begin(data);
  else answer(data);
});`;

/** Starts a thread. */
export function startThread(source: ThreadSource, listener: Listener): Thread {
  const { Worker: PageWorker, process } = globalThis as {
    Worker?: new (url: string, options: { type: 'module' }) => Worker;
    process?: { getBuiltinModule?: unknown };
  };
  if (PageWorker !== undefined && process?.getBuiltinModule === undefined) return inPage(PageWorker, source, listener);
  return inNode(source, listener);
}

function inNode(source: ThreadSource, { done, lost }: Listener): Thread {
  const { Worker } = builtin<{ Worker: new (program: string, options: object) => NodeWorker }>(
    'node:worker_threads',
    'workerPool: there are no threads here',
  );
  const worker = new Worker(NODE, { eval: true, workerData: source });
  worker.on('message', done);
  worker.on('error', (error: unknown) => lost(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code: number) => lost(`it ended with ${code}`));
  return {
    post: (task) => worker.postMessage(task),
    end: async () => void (await worker.terminate()),
    hold: (wanted) => (wanted ? worker.ref() : worker.unref()),
  };
}

function inPage(
  Kind: new (url: string, options: { type: 'module' }) => Worker,
  source: ThreadSource,
  { done, lost }: Listener,
): Thread {
  const address = URL.createObjectURL(new Blob([PAGE], { type: 'text/javascript' }));
  const worker = new Kind(address, { type: 'module' });
  worker.addEventListener('message', ({ data }) => done(data as Answer));
  worker.addEventListener('error', ({ message }) => lost(message || 'its program cannot be loaded'));
  worker.postMessage(source);
  return {
    post: (task) => worker.postMessage(task),
    end: async () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
    hold: () => undefined,
  };
}

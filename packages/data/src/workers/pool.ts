import type { Answer, DatasetWorker, Request, WorkerLike } from './messages.js';
import { unpack } from './pack.js';

/** An error from a worker, with the sample it is about. */
export class WorkerFailure extends Error {
  readonly index: number | undefined;

  constructor(message: string, index?: number) {
    super(message);
    this.index = index;
  }
}

interface Job {
  readonly worker: number;
  readonly resolve: (samples: unknown[]) => void;
  readonly reject: (error: Error) => void;
}

/** Workers that load batches, each the one that has fewest to do. */
export class WorkerPool {
  readonly #workers: WorkerLike[] = [];
  readonly #load: number[] = [];
  readonly #jobs = new Map<number, Job>();
  /** Why a worker does nothing more. */
  readonly #ended: (string | undefined)[] = [];
  #next = 0;

  constructor(count: number, start: () => DatasetWorker) {
    try {
      for (let i = 0; i < count; i++) this.#add(start());
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** The samples with these numbers. */
  load(indices: Int32Array, epoch: number, seed: string): Promise<unknown[]> {
    const alive = this.#load.map((jobs, i) => (this.#ended[i] === undefined ? jobs : Number.POSITIVE_INFINITY));
    const worker = alive.indexOf(Math.min(...alive));
    const ended = this.#ended[worker];
    if (ended !== undefined) return Promise.reject(new WorkerFailure(`every worker ended: ${ended}`));
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#jobs.set(id, { worker, resolve, reject });
      this.#count(worker, 1);
      this.#workers[worker]!.postMessage({ kind: 'load', id, indices, epoch, seed } satisfies Request);
    });
  }

  /** Ends the workers. */
  close(): void {
    for (const worker of this.#workers) void worker.terminate();
    for (const { reject } of this.#jobs.values()) reject(new WorkerFailure('the loader was closed'));
    this.#jobs.clear();
  }

  #add({ worker, recipe }: DatasetWorker): void {
    const number = this.#workers.push(worker) - 1;
    this.#load.push(0);
    const hear = (answer: Answer): void => this.#answer(answer);
    const fail = (reason: string): void => this.#fail(number, reason);
    const node = worker as WorkerLike & { on?(event: string, listen: (value: never) => void): void };
    if (typeof node.on === 'function') {
      node.on('message', hear);
      node.on('error', (error: Error) => fail(error.message));
    } else {
      const page = worker as unknown as Worker;
      page.addEventListener('message', ({ data }) => hear(data as Answer));
      page.addEventListener('error', ({ message }) => fail(message || 'its script cannot be loaded'));
    }
    try {
      worker.postMessage({ kind: 'open', recipe } satisfies Request);
    } catch (error) {
      const { message } = error as Error;
      throw new Error(
        `DataLoader: the dataset cannot be sent to a worker: ${message} A Lambda needs a module of its own, see the option 'worker'`,
        { cause: error },
      );
    }
    this.#count(number, 0);
  }

  #answer({ id, samples, error }: Answer): void {
    const job = this.#jobs.get(id);
    if (job === undefined) return;
    this.#jobs.delete(id);
    this.#count(job.worker, -1);
    if (error === undefined) job.resolve((samples ?? []).map(unpack));
    else job.reject(new WorkerFailure(error.message, error.index));
  }

  #fail(worker: number, reason: string): void {
    this.#ended[worker] = reason;
    for (const [id, job] of this.#jobs) {
      if (job.worker !== worker) continue;
      this.#jobs.delete(id);
      this.#count(worker, -1);
      job.reject(new WorkerFailure(`a worker ended: ${reason}`));
    }
  }

  /** Node waits for workers that are loading, and not for those that wait. */
  #count(number: number, change: number): void {
    this.#load[number]! += change;
    const worker = this.#workers[number] as WorkerLike & { ref?(): void; unref?(): void };
    if (this.#load[number]! > 0) worker.ref?.();
    else worker.unref?.();
  }
}

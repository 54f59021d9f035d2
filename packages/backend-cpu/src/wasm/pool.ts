/** Words of the control block that the kernels and all threads share; assembly/parallel.ts has the same addresses. */
const GENERATION = 0;
const FINISHED = 128 / 4;
const SLEEPING = 192 / 4;
const FAILED = 256 / 4 + 1;
const TAKEN = 256 / 4 + 2;
/** The bytes of the control block that all use, with the description of the work under way at its end. */
const SHARED_BYTES = 1024;

/**
 * How often a thread looks for work before it sleeps, which takes a millisecond or so: the products of a training step
 * follow each other within that, and waking takes longer than many a part.
 */
const SPINS = 1_000_000;

/**
 * A thread's program: instances of the kernels over the shared memory, which helps whenever there is work.
 */
const program = `
const start = ({ modules, memory, control, threads, number, worth }) => {
  const words = new Int32Array(memory.buffer, control, ${SHARED_BYTES / 4});
  try {
    const env = { memory, log: Math.log, pause() {} };
    const instances = modules.map((module) => new WebAssembly.Instance(module, { env }).exports);
    for (const { join } of instances) join(control, threads, number, worth);
    for (let seen = 0; ; Atomics.notify(words, ${FINISHED})) {
      for (let i = 0; i < ${SPINS} && Atomics.load(words, ${GENERATION}) === seen; i++);
      if (Atomics.load(words, ${GENERATION}) === seen) {
        Atomics.add(words, ${SLEEPING}, 1);
        Atomics.wait(words, ${GENERATION}, seen);
        Atomics.sub(words, ${SLEEPING}, 1);
      }
      seen = Atomics.load(words, ${GENERATION});
      for (const { help } of instances) Atomics.add(words, ${TAKEN}, help());
    }
  } catch (error) {
    Atomics.store(words, ${FAILED}, 1);
    throw error;
  }
};
if (typeof require === 'function') start(require('node:worker_threads').workerData);
else onmessage = ({ data }) => start(data);
`;

/** What Node gives for threads, as far as it is needed here. */
interface NodeThreads {
  Worker: new (
    source: string,
    options: { eval: true; workerData: unknown; execArgv: string[] },
  ) => { unref(): void; on(event: 'error', then: (error: Error) => void): void };
}

/** Node's built-in modules, asked for in a way that bundlers for pages do not follow; each takes time to load. */
const builtIn = (): ((name: string) => unknown) | undefined =>
  (globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }).process?.getBuiltinModule;

/** The most threads that a pool may have here: one a core; and where that is none, why. */
export function threadsHere(): { most: number; why?: string } {
  const node = builtIn();
  if (node !== undefined)
    return { most: (node('node:os') as { availableParallelism(): number }).availableParallelism() };
  if (globalThis.crossOriginIsolated !== true) return { most: 1, why: 'the page is not cross-origin isolated' };
  if (typeof Worker !== 'function') return { most: 1, why: 'there are no workers' };
  return { most: navigator.hardwareConcurrency };
}

/**
 * The threads besides the caller's. They start when an engine first has work for them, and are never waited for: whoever
 * is there takes parts, so one that starts late, or not at all, costs time and changes nothing.
 */
export class Pool {
  /** How many threads compute, with the caller's. */
  readonly threads: number;
  readonly #failed: (reason: string) => void;
  #words = new Int32Array(0);
  #maySleep = true;

  /** @param failed - called where a thread does not start. */
  constructor(threads: number, failed: (reason: string) => void) {
    this.threads = threads;
    this.#failed = failed;
  }

  /** Starts the threads, with the kernels and what they share. */
  start(modules: readonly WebAssembly.Module[], memory: WebAssembly.Memory, control: number, worth: number): void {
    this.#words = new Int32Array(memory.buffer, control, SHARED_BYTES / 4);
    try {
      const node = builtIn()?.('node:worker_threads') as NodeThreads | undefined;
      for (let number = 1; number < this.threads; number++) {
        const data = { modules, memory, control, threads: this.threads, number, worth };
        if (node === undefined) this.#startInPage(data);
        else this.#startInNode(node, data);
      }
    } catch (error) {
      this.#failed(error instanceof Error ? error.message : String(error));
    }
  }

  #startInNode({ Worker }: NodeThreads, workerData: unknown): void {
    // Without the process's own flags: a profiler's or a loader's are not for this.
    const worker = new Worker(program, { eval: true, workerData, execArgv: [] });
    worker.on('error', (error) => this.#failed(error.message));
    worker.unref();
  }

  #startInPage(data: unknown): void {
    const url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    const worker = new Worker(url);
    worker.onerror = (event) => this.#failed(event.message || 'the policy of the page forbids it');
    worker.postMessage(data);
  }

  /** How many parts the threads have taken besides the caller's. */
  get taken(): number {
    return Atomics.load(this.#words, TAKEN);
  }

  /** Called by the kernels again and again where the others take longer: lets the core go, where a thread may sleep. */
  pause(): void {
    const words = this.#words;
    if (Atomics.load(words, FAILED) !== 0) throw new Error('cpu: a thread of the pool ended at work');
    if (!this.#maySleep) return;
    try {
      Atomics.wait(words, FINISHED, Atomics.load(words, FINISHED), 1);
    } catch {
      // A page's own thread may not.
      this.#maySleep = false;
    }
  }
}

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Participant } from '../competitors/index.ts';
import type { Reply, Request } from './protocol.ts';

/** A competitor took longer than it was given. */
export class TooSlow extends Error {}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The Python that has PyTorch, or why there is none. */
export function findPython(): { program: string } | { missing: string } {
  for (const program of ['python3', '/usr/bin/python3']) {
    if (spawnSync(program, ['-c', 'import torch, numpy'], { stdio: 'ignore' }).status === 0) return { program };
  }
  return { missing: 'no `python3` here can `import torch`' };
}

/** The environment of a Python that computes with so many threads. */
export function pythonEnvironment(threads: number): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    OMP_NUM_THREADS: `${threads}`,
    OPENBLAS_NUM_THREADS: `${threads}`,
  };
  // OpenBLAS is to choose its kernels by the machine, whatever is set here for reference values.
  delete env.OPENBLAS_CORETYPE;
  delete env.OPENBLAS_L2_SIZE;
  return env;
}

function launch({ id, language, threads }: Participant, python: string): ChildProcessWithoutNullStreams {
  if (language === 'javascript') return spawn(process.execPath, [here('worker.ts'), id]);
  return spawn(python, [here('../../python/worker.py'), `${threads}`], { env: pythonEnvironment(threads) });
}

type Waiting = { resolve(reply: Reply): void; reject(error: Error): void };

/** One competitor's process. */
export class Session {
  readonly #child: ChildProcessWithoutNullStreams;
  #waiting: Waiting | undefined;
  #errors = '';
  #ended = false;

  private constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    child.stderr.on('data', (data: Buffer) => {
      this.#errors = (this.#errors + data.toString()).slice(-2000);
    });
    // A process that has ended is noticed by 'close'; writing to it must not end this one.
    child.stdin.on('error', () => {});
    createInterface({ input: child.stdout }).on('line', (line) => {
      const waiting = this.#waiting;
      this.#waiting = undefined;
      const reply = JSON.parse(line) as Reply;
      if ('error' in reply) waiting?.reject(new Error(reply.error));
      else waiting?.resolve(reply);
    });
    const end = (reason: string): void => {
      this.#ended = true;
      this.#waiting?.reject(new Error(reason));
    };
    child.on('error', (error) => end(error.message));
    child.on('close', (code) => end(`the process ended with code ${code}: ${lastLine(this.#errors)}`));
  }

  /** Starts a competitor; throws where it does not start. */
  static async open(participant: Participant, python: string): Promise<{ session: Session; version: string }> {
    const session = new Session(launch(participant, python));
    const reply = await session.#next(60_000);
    return { session, version: (reply as { version: string }).version };
  }

  /** Sends a request and waits for the answer; after {@link TooSlow} the process is gone. */
  request(request: Request, limitMs: number): Promise<Reply> {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    return this.#next(limitMs);
  }

  get ended(): boolean {
    return this.#ended;
  }

  close(): void {
    this.#child.kill('SIGKILL');
  }

  #next(limitMs: number): Promise<Reply> {
    if (this.#ended) return Promise.reject(new Error('the process has ended'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#ended = true;
        this.#waiting = undefined;
        this.close();
        reject(new TooSlow());
      }, limitMs);
      const settled = <T>(then: (value: T) => void): ((value: T) => void) => {
        return (value) => {
          clearTimeout(timer);
          then(value);
        };
      };
      this.#waiting = { resolve: settled(resolve), reject: settled(reject) };
    });
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckpointStore, checkpointFile } from '@kindling/train';
import type { Context } from '../context.js';
import { shellWord } from '../output/plain.js';
import type { Reporter } from '../output/reporter.js';

/** What a run ends with that was stopped by Ctrl-C. */
export class Stopped extends Error {}

/** A signal that is given at the first Ctrl-C; the second ends the process at once, as usual. */
export function stopSignal({ process }: Context): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once?.(name, () => controller.abort(new Stopped('stopped')));
  return controller.signal;
}

/** Does work that stops at Ctrl-C, and then says how to go on. */
export async function stoppable(
  context: Context,
  reporter: Reporter,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const signal = stopSignal(context);
  try {
    await work(signal);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    reporter.progress(1, '');
    const args = context.args.filter((arg) => arg !== '--resume');
    context.process.stderr.write(
      `Stopped and saved. To go on: kindling ${[...args, '--resume'].map(shellWord).join(' ')}\n`,
    );
    context.exitCode = 130;
  }
}

/** How often it is written at most, in milliseconds. */
const EVERY = 2000;

/** The files in a folder from which an interrupted training goes on. */
export class TrainingFiles {
  private readonly stores = new Map<string, Delayed>();

  constructor(private readonly folder: string) {}

  /** Where the training of one model is kept. */
  store(model: string): CheckpointStore {
    const path = join(this.folder, `training-${model}.safetensors`);
    const store = new Delayed(path);
    this.stores.set(path, store);
    return store;
  }

  /** Writes what is not written yet. */
  async flush(): Promise<void> {
    for (const store of this.stores.values()) await store.flush();
  }

  /** Removes them, when all is done. */
  remove(): void {
    for (const path of this.stores.keys()) rmSync(path, { force: true });
  }
}

/** A file that is written now and then: an epoch of a small table takes less time than to bring it to the disk. */
class Delayed implements CheckpointStore {
  private readonly file: CheckpointStore;
  private waiting: Uint8Array | null = null;
  private last = performance.now();

  constructor(path: string) {
    this.file = checkpointFile(path);
  }

  read(): Promise<Uint8Array | null> {
    return this.file.read();
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.waiting = bytes;
    if (performance.now() - this.last >= EVERY) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.waiting === null) return;
    await this.file.write(this.waiting);
    this.waiting = null;
    this.last = performance.now();
  }
}

import { checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { checkpointFile } from '../checkpoint/checkpoint-file.js';
import { CheckpointError } from '../checkpoint/error.js';
import type { CheckpointStore } from '../checkpoint/store.js';
import type { Trial } from './options.js';

/** Where the trials of a search are kept: a file (Node), or another place. */
export interface SearchCheckpoint {
  /** A file of JSON, replaced as a whole each time. */
  readonly path?: string | URL;
  /** Another place, such as `checkpointInBrowser(name)`. */
  readonly store?: CheckpointStore;
  /** What the search is about, such as a sum of the rows: trials that were kept of something else are not taken up. */
  readonly about?: string;
}

/** The trials of a search that are finished. */
export class TrialLog {
  private readonly where: string;
  private readonly store: CheckpointStore;
  private readonly search: string;
  private trials: Trial[] = [];
  private writing: Promise<void> = Promise.resolve();

  /** @param search - what all of the search's trials have in common. */
  constructor(where: string, checkpoint: SearchCheckpoint, search: object) {
    checkOptions(ArgumentError, `${where}: checkpoint`, checkpoint, { path: 1, store: 1, about: 1 });
    const { path, store, about } = checkpoint;
    if ((path === undefined) === (store === undefined)) {
      throw new ArgumentError(`${where}: checkpoint needs a path or a store`);
    }
    this.where = where;
    this.store = store ?? checkpointFile(path!);
    this.search = JSON.stringify({ kind: where, ...search, ...(about === undefined ? {} : { about }) });
  }

  /** Takes up what an earlier run has written, if there is anything. */
  async load(): Promise<void> {
    const bytes = await this.store.read();
    if (bytes === null) return;
    const saved = parse(bytes);
    if (!Array.isArray(saved?.trials)) throw new CheckpointError(`${this.where}: the checkpoint holds no trials`);
    if (saved.search !== this.search) {
      throw new CheckpointError(
        `${this.where}: the checkpoint is of another search: ${String(saved.search).slice(0, 80)}, not ${this.search}`,
      );
    }
    this.trials = saved.trials as Trial[];
  }

  /** A trial that was finished before; `null` where there is none. */
  find(trial: number, params: object, resource: number | null): Trial | null {
    const known = this.trials.find((one) => one.trial === trial);
    if (known === undefined) return null;
    const [was, is] = [known.params, params].map((one) => JSON.stringify(one));
    if (was !== is || known.resource !== resource) {
      throw new CheckpointError(`${this.where}: the checkpoint's trial ${trial} is of ${was}, this search's of ${is}`);
    }
    return { ...known, params: params as Trial['params'] };
  }

  /** Keeps a trial. */
  add(trial: Trial): Promise<void> {
    this.trials.push(trial);
    const text = JSON.stringify({ search: this.search, trials: this.trials });
    // One after the other: two that are written at once would use the same temporary file.
    this.writing = this.writing.then(() => this.store.write(new TextEncoder().encode(text)));
    return this.writing;
  }
}

function parse(bytes: Uint8Array): { readonly search?: unknown; readonly trials?: unknown } | null {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as ReturnType<typeof parse>;
  } catch {
    return null;
  }
}

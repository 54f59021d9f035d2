import type { Sequential } from '@kindling/nn';
import { loadCheckpoint, readCheckpoint, saveCheckpoint } from '../checkpoint/checkpoint.js';
import { checkpointFile } from '../checkpoint/checkpoint-file.js';
import { CheckpointError } from '../checkpoint/error.js';
import type { CheckpointStore } from '../checkpoint/store.js';
import type { FitCheckpoint } from '../fit-options.js';
import { crc32 } from '../safetensors/crc32.js';

/** What is known of a network that has been trained. */
export interface Trained {
  /** The epoch that its weights are of. */
  readonly epoch: number;
  /** The learning rate that it began with. */
  readonly rate: number;
}

/** Such a network itself. */
interface Finished extends Trained {
  /** A checkpoint of its weights. */
  readonly file: Uint8Array;
}

interface Saved {
  readonly kind: 'classifier training';
  /** What tells this training from others. */
  readonly training: string;
  readonly finished: readonly Finished[];
  /** What `fit` keeps of the network under way. */
  readonly current: Uint8Array | null;
}

/** The file from which the training of a classifier goes on: networks that are finished, and the one under way. */
export class TrainingFile {
  private readonly store: CheckpointStore;
  private readonly training: string;
  private readonly finished: Finished[] = [];
  private current: Uint8Array | null = null;

  constructor({ path, store }: FitCheckpoint, training: string) {
    this.store = store ?? checkpointFile(path!);
    this.training = training;
  }

  /** Takes up what an earlier run has written, if there is anything. */
  async load(): Promise<void> {
    const bytes = await this.store.read();
    if (bytes === null) return;
    const saved = readCheckpoint(bytes).extra as Partial<Saved> | null;
    if (saved?.kind !== 'classifier training' || !Array.isArray(saved.finished)) {
      throw new CheckpointError('classifier: the checkpoint was not written by the training of a classifier');
    }
    if (saved.training !== this.training) {
      throw new CheckpointError(
        'classifier: the checkpoint is of a training with other rows or options; take another file, or leave out resume',
      );
    }
    this.finished.push(...saved.finished);
    this.current = saved.current ?? null;
  }

  /** Puts the weights of a finished network into one; `null` where it is not finished. */
  restore(member: number, network: Sequential): Trained | null {
    const finished = this.finished[member];
    if (finished === undefined) return null;
    loadCheckpoint(finished.file, { network });
    return finished;
  }

  /** Where `fit` keeps the network under way. */
  get progress(): CheckpointStore {
    return {
      read: async () => this.current,
      write: (bytes) => {
        this.current = bytes;
        return this.save();
      },
    };
  }

  /** Keeps a network that is finished. */
  async finish(network: Sequential, { epoch, rate }: Trained): Promise<void> {
    this.finished.push({ file: await saveCheckpoint({ network }), epoch, rate });
    this.current = null;
    await this.save();
  }

  private async save(): Promise<void> {
    const saved: Saved = {
      kind: 'classifier training',
      training: this.training,
      finished: this.finished,
      current: this.current,
    };
    await this.store.write(await saveCheckpoint({}, saved));
  }
}

/** Tells trainings apart, by their rows and what they do with them. */
export function trainingName(data: readonly (Float32Array | Int32Array)[], design: object): string {
  const sums = data.map((array) =>
    crc32(new Uint8Array(array.buffer, array.byteOffset, array.byteLength)).toString(16),
  );
  return `${JSON.stringify(design)} ${sums.join(' ')}`;
}

import type { Generator, GeneratorState } from '@kindling/tensor-core';
import { getRngState, setDefaultGenerator } from '@kindling/tensor-core';
import type { History } from '../history.js';
import type { MeterState } from '../loss-meter.js';
import { loadCheckpoint, readCheckpoint, saveCheckpoint } from './checkpoint.js';
import { checkpointFile } from './checkpoint-file.js';
import { CheckpointError } from './error.js';
import { generatorOf } from './random.js';
import type { Stateful } from './stateful.js';
import type { CheckpointStore } from './store.js';

/** Where all streams of random numbers stand. */
export interface Streams {
  readonly main: GeneratorState;
  readonly others: readonly GeneratorState[];
}

/** Where a run of `fit` stands, besides its parts. */
export interface Position {
  /** Epochs that are finished. */
  readonly epoch: number;
  /** The epoch under way: batches that are done, their losses, and the streams when it began. */
  readonly within: {
    readonly batch: number;
    readonly batches: number | null;
    readonly meter: MeterState;
    readonly began: Streams;
  } | null;
  /** Whether a callback ended it. */
  readonly stopped: boolean;
  readonly history: History;
}

interface Saved extends Position {
  readonly kind: 'fit';
  readonly streams: Streams;
}

/** Writes a run's checkpoints, and reads them. */
export class TrainingState {
  private readonly store: CheckpointStore;
  private readonly parts: Readonly<Record<string, Stateful>>;
  private readonly generators: readonly Generator[];

  constructor(
    place: CheckpointStore | string | URL,
    parts: Record<string, Stateful>,
    generators: readonly Generator[],
  ) {
    this.store = typeof place === 'string' || place instanceof URL ? checkpointFile(place) : place;
    this.parts = parts;
    this.generators = generators;
  }

  async save(position: Position): Promise<void> {
    const saved: Saved = { kind: 'fit', ...position, streams: this.streams() };
    await this.store.write(await saveCheckpoint(this.parts, saved));
  }

  /** Puts all parts and streams back; `null` where there is no checkpoint yet. */
  async load(metrics: readonly string[]): Promise<Position | null> {
    const file = await this.store.read();
    if (file === null) return null;
    const saved = readCheckpoint(file).extra as Partial<Saved> | null;
    if (saved?.kind !== 'fit')
      throw new CheckpointError('fit: the checkpoint was not written by fit, so there is nothing to resume');
    const { streams, history } = saved as Saved;
    const measured = Object.keys(history.metrics);
    if (measured.join() !== metrics.join()) {
      throw new CheckpointError(
        `fit: the checkpoint has the metrics [${measured.join(', ')}], this run [${metrics.join(', ')}]`,
      );
    }
    if (streams.others.length !== this.generators.length) {
      throw new CheckpointError(
        `fit: the checkpoint has ${streams.others.length} streams of random numbers besides the default one, this run ${this.generators.length}`,
      );
    }
    loadCheckpoint(file, this.parts, { rng: true });
    this.setStreams(streams);
    return saved as Saved;
  }

  streams(): Streams {
    return { main: getRngState(), others: this.generators.map((generator) => generator.getState()) };
  }

  setStreams({ main, others }: Streams): void {
    setDefaultGenerator(generatorOf(main));
    this.generators.forEach((generator, i) => {
      generator.setState(others[i]!);
    });
  }
}

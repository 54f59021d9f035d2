import { createHash } from 'node:crypto';
import { judgeDesign, type TuneScore, type TuneTrial, type WorkerPool, workerPool } from '@kindling/train';
import { readOptions } from '../tables/read-flags.js';
import type { TableFile } from '../tables/read-table.js';
import { type Prepared, prepare, type RowFlags } from '../train/prepare.js';

/** What the trials of a search have in common, as plain data: enough for a thread or another machine to judge designs. */
export interface Study {
  /** Tells it from others: a sum of all the rest. */
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly flags: RowFlags;
}

/** A trial as threads and other machines get it. */
export interface StudyTrial {
  readonly study: Study;
  readonly trial: TuneTrial;
}

/** Judges designs at the same time. */
export interface Judges {
  judge(trial: TuneTrial): Promise<TuneScore>;
  close(): Promise<void>;
}

/** The study of a table. */
export function studyOf({ name, bytes }: TableFile, all: RowFlags): Study {
  const { target, positive, drop, group, time, testSize, test, seed, rng } = all;
  const given = Object.entries({ target, positive, drop, group, time, testSize, seed, rng, ...readOptions(all) });
  const flags = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as unknown as RowFlags;
  // Which file the test rows are in does not matter here, but that all of these are for training.
  const settled: RowFlags = test === undefined ? flags : { ...flags, test: 'another file' };
  const id = createHash('sha256')
    .update(JSON.stringify([name, settled]))
    .update(bytes)
    .digest('hex')
    .slice(0, 32);
  return { id, name, bytes, flags: settled };
}

/** Threads that judge designs. */
export function trialThreads(size: number): WorkerPool<StudyTrial, TuneScore> {
  // Its file lies beside the one that this becomes a part of.
  return workerPool<StudyTrial, TuneScore>(new URL('./trial-thread.js', import.meta.url), { size });
}

/** A study whose bytes all threads share. */
export function shared(study: Study): Study {
  const bytes = new Uint8Array(new SharedArrayBuffer(study.bytes.length));
  bytes.set(study.bytes);
  return { ...study, bytes };
}

/** Threads that judge designs of one study. */
export function threads(study: Study, size: number): Judges {
  const pool = trialThreads(size);
  const table = shared(study);
  return { judge: (trial) => pool.run({ study: table, trial }), close: () => pool.close() };
}

let last: { readonly id: string; readonly prepared: Promise<Prepared> } | undefined;

/** Judges a design in this thread, which keeps the table of the last study. */
export async function judgeTrial({ study, trial }: StudyTrial): Promise<TuneScore> {
  if (last?.id !== study.id) {
    // Texts are not decoded from memory that is shared.
    const bytes = Uint8Array.from(study.bytes);
    last = { id: study.id, prepared: prepare({ name: study.name, bytes }, study.flags) };
  }
  const { train, task } = await last.prepared;
  return judgeDesign(train, task, trial);
}

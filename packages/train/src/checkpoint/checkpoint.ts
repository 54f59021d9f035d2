import { checkOptions, wrong } from '@internal/arguments';
import { getRngState, setDefaultGenerator } from '@kindling/tensor-core';
import { type Opened, openFile, writeFile } from '../safetensors/file.js';
import { toBytes } from '../safetensors/to-bytes.js';
import { decode, Encoder, type Json, short } from './encode.js';
import { CheckpointError } from './error.js';
import { generatorOf } from './random.js';
import { loadAll, type Stateful } from './stateful.js';

/** The version of what is written; 1 was a JSON document with tensors in base64. */
const VERSION = '2';

/**
 * Saves what training needs to go on as if it had not been interrupted: models, optimizers, schedules, and where the
 * default random stream stands, as one safetensors file.
 *
 * The tensors have the names of their paths (`model.0.weight`), and everything else is JSON in the header's metadata.
 * `checkpointFile` and `checkpointInBrowser` keep such bytes safely; `fit({ checkpoint })` does all of it by itself.
 *
 * @param parts - what to save, by names of your choice.
 * @param extra - what to keep beside it, such as the epoch, a history or a fitted scaler: plain data, tensors, typed
 * arrays, and whatever has `toJSON`, which comes back as that JSON.
 * @returns the bytes of the file.
 * @throws `TypeError` for something that cannot be saved, named by its path.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { Adam } from '@kindling/optim';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * import { loadCheckpoint, saveCheckpoint } from '@kindling/train';
 * setBackend(await cpu());
 * const model = new Linear(2, 1);
 * const optimizer = new Adam(model.parameters());
 * const file = await saveCheckpoint({ model, optimizer }, { epoch: 3 });
 *
 * const again = new Linear(2, 1);
 * const { extra } = loadCheckpoint(file, { model: again, optimizer: new Adam(again.parameters()) });
 * console.log(extra, again(ones(1, 2)).item() === model(ones(1, 2)).item()); // => { epoch: 3 } true
 * ```
 */
export async function saveCheckpoint(
  parts: Readonly<Record<string, Stateful>>,
  extra: unknown = null,
): Promise<Uint8Array> {
  if (typeof (parts as unknown) !== 'object' || parts === null || parts instanceof Promise)
    wrong(TypeError, 'saveCheckpoint', 'the parts', 'an object such as { model, optimizer }', parts);
  const encoder = new Encoder();
  const states = Object.entries(parts).map(([name, part]) => {
    if (typeof part?.stateDict !== 'function') {
      throw new TypeError(`saveCheckpoint: "${short(name)}" has no stateDict; what is plain data goes into \`extra\``);
    }
    return [name, encoder.encode(part.stateDict(), `parts.${name}`, name)] as const;
  });
  const state = {
    parts: Object.fromEntries(states),
    rng: encoder.encode(getRngState(), 'rng'),
    extra: encoder.encode(extra, 'extra'),
  };
  return writeFile(await encoder.stored(), { kindling: 'checkpoint', version: VERSION, state: JSON.stringify(state) });
}

/** What {@link loadCheckpoint} may be told. */
export interface LoadCheckpointOptions {
  /** Whether the default random stream goes on from where it stood, as to resume training; default false. */
  readonly rng?: boolean;
}

/**
 * Puts back what {@link saveCheckpoint} saved, all of it or nothing: the file is checked as a whole first, and when a part
 * does not fit, no part is changed.
 *
 * @param file - the bytes of the file.
 * @param parts - what to put it into, by the names it was saved under; those left out are not looked at.
 * @returns `extra`, its tensors on the current backend.
 * @throws `SafetensorsError` for a file that is damaged or no safetensors; {@link CheckpointError} for one that is no checkpoint,
 * is of another version, or lacks a part; what `loadStateDict` throws.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { setBackend } from '@kindling/tensor-core';
 * import { loadCheckpoint, saveCheckpoint } from '@kindling/train';
 * setBackend(await cpu());
 * const file = await saveCheckpoint({ model: new Linear(2, 1) }, 'after lunch');
 * console.log(loadCheckpoint(file, { model: new Linear(2, 1) }).extra); // => after lunch
 * ```
 */
export function loadCheckpoint(
  file: Uint8Array | ArrayBuffer,
  parts: Readonly<Record<string, Stateful>>,
  options: LoadCheckpointOptions = {},
): { extra: unknown } {
  checkOptions(TypeError, 'loadCheckpoint', options, { rng: 'boolean' });
  const { rng = false } = options;
  if (typeof parts !== 'object' || parts === null || parts instanceof Promise)
    wrong(TypeError, 'loadCheckpoint', 'the parts', 'an object such as { model, optimizer }', parts);
  const { saved, opened } = open('loadCheckpoint', file);
  const states = Object.entries(parts).map(([name, part]) => {
    if (!Object.hasOwn(saved.parts, name)) {
      const known = Object.keys(saved.parts).join(', ');
      throw new CheckpointError(`loadCheckpoint: the checkpoint has no "${short(name)}"; it has: ${short(known)}`);
    }
    if (typeof part?.loadStateDict !== 'function') {
      throw new TypeError(`loadCheckpoint: "${short(name)}" has no loadStateDict`);
    }
    return [part, decode(saved.parts[name]!, `parts.${name}`, opened)] as const;
  });
  const generator = rng ? generatorOf(decode(saved.rng, 'rng', opened)) : null;
  const extra = decode(saved.extra, 'extra', opened);
  loadAll(states);
  if (generator !== null) setDefaultGenerator(generator);
  return { extra };
}

/** What {@link readCheckpoint} tells. */
export interface CheckpointContents {
  /** The names of the parts. */
  readonly parts: string[];
  /** What was kept beside them, its tensors on the current backend. */
  readonly extra: unknown;
}

/**
 * What a checkpoint holds, before there is a model to put it into: `extra` may say how to build that.
 *
 * @param file - the bytes of the file.
 * @throws as {@link loadCheckpoint}.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { setBackend } from '@kindling/tensor-core';
 * import { loadCheckpoint, readCheckpoint, saveCheckpoint } from '@kindling/train';
 * setBackend(await cpu());
 * const file = await saveCheckpoint({ model: new Linear(3, 1) }, { features: 3 });
 *
 * const { features } = readCheckpoint(file).extra as { features: number };
 * const model = new Linear(features, 1);
 * loadCheckpoint(file, { model });
 * ```
 */
export function readCheckpoint(file: Uint8Array | ArrayBuffer): CheckpointContents {
  const { saved, opened } = open('readCheckpoint', file);
  return { parts: Object.keys(saved.parts), extra: decode(saved.extra, 'extra', opened) };
}

interface Saved {
  readonly parts: { readonly [name: string]: Json };
  readonly rng: Json;
  readonly extra: Json;
}

function open(where: string, file: unknown): { saved: Saved; opened: Opened } {
  const format = (file as { format?: unknown } | null)?.format;
  if (format === 'kindling-checkpoint') {
    throw new CheckpointError(
      `${where}: the checkpoint is of version 1, a JSON document; this version reads ${VERSION}`,
    );
  }
  const opened = openFile(toBytes(where, file));
  const { kindling, version, state } = opened.metadata;
  if (kindling !== 'checkpoint') {
    throw new CheckpointError(
      `${where}: the file has ${opened.entries.size} tensors, but is no checkpoint; for weights alone there is readSafetensors`,
    );
  }
  if (version !== VERSION) {
    throw new CheckpointError(
      `${where}: the checkpoint is of version ${String(version).slice(0, 20)}; this version reads ${VERSION}`,
    );
  }
  if (!opened.checked) {
    throw new CheckpointError(`${where}: the checksum is not where it was written: the file was damaged or rewritten`);
  }
  const saved = parse(state) as Partial<Saved> | null;
  const whole = typeof saved?.parts === 'object' && saved.parts !== null && saved.rng !== undefined;
  if (!whole || saved.extra === undefined) throw new CheckpointError(`${where}: the checkpoint's state is incomplete`);
  return { saved: saved as Saved, opened };
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

import {
  defaultGenerator,
  type Engine,
  type GeneratorState,
  getRngState,
  SeedrandomGenerator,
  setDefaultGenerator,
} from '@kindling/tensor-core';
import { NumpyGenerator } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { decode, encode, type Json } from './encode.js';

/** Something that can be saved and put back: a module, an optimizer, a learning-rate schedule. */
export interface Stateful {
  /** What it remembers: plain objects, arrays, numbers, strings, booleans and tensors. */
  stateDict(): object;
  /** Goes on from what `stateDict` gave. */
  loadStateDict(state: never): unknown;
}

/** What {@link saveCheckpoint} gives: plain data that survives `JSON.stringify` bit for bit. */
export interface Checkpoint {
  readonly format: 'kindling-checkpoint';
  readonly version: 1;
  /** The state of each part, tensors in base64. */
  readonly parts: { readonly [name: string]: Json };
  /** Where the default generator's stream stood. */
  readonly rng: Json;
  /** What the user added. */
  readonly extra: Json;
}

/**
 * Saves what training needs to go on as if it had not been interrupted: models, optimizers, schedules, and where the
 * default random stream stands.
 *
 * @param parts - what to save, by names of your choice.
 * @param extra - plain data or tensors to keep beside it, such as the epoch or a history.
 * @returns plain data; `JSON.stringify` makes a file of it. Tensors are `{ dtype, shape, data }` with the elements in
 * little-endian base64, a third larger than they are in memory.
 * @throws `TypeError` for something in a state that cannot be saved, named by its path.
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
 * const text = JSON.stringify(await saveCheckpoint({ model, optimizer }, { epoch: 3 }));
 *
 * const again = new Linear(2, 1);
 * const { extra } = loadCheckpoint(JSON.parse(text), { model: again, optimizer: new Adam(again.parameters()) });
 * console.log(extra, again(ones(1, 2)).item() === model(ones(1, 2)).item()); // => { epoch: 3 } true
 * ```
 */
export async function saveCheckpoint(
  parts: Readonly<Record<string, Stateful>>,
  extra: unknown = null,
): Promise<Checkpoint> {
  const states = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.stateDict()]));
  const [encoded, rng, rest] = await Promise.all([
    encode(states, 'parts'),
    encode(getRngState(), 'rng'),
    encode(extra, 'extra'),
  ]);
  return {
    format: 'kindling-checkpoint',
    version: 1,
    parts: encoded as { [name: string]: Json },
    rng,
    extra: rest,
  };
}

/** What {@link loadCheckpoint} may be told. */
export interface LoadCheckpointOptions {
  /** Whether the default generator goes on from where it stood; default true. */
  readonly rng?: boolean;
}

/**
 * Puts back what {@link saveCheckpoint} saved.
 *
 * @param checkpoint - also after `JSON.stringify` and `JSON.parse`.
 * @param parts - what to put it into, by the names it was saved under; those left out are not looked at.
 * @returns `extra`, its tensors on the current backend.
 * @throws `TypeError` for something that is no checkpoint, or lacks a part; what `loadStateDict` throws.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { setBackend } from '@kindling/tensor-core';
 * import { loadCheckpoint, saveCheckpoint } from '@kindling/train';
 * setBackend(await cpu());
 * const checkpoint = await saveCheckpoint({ model: new Linear(2, 1) }, 'after lunch');
 * console.log(loadCheckpoint(checkpoint, { model: new Linear(2, 1) }).extra); // => after lunch
 * ```
 */
export function loadCheckpoint(
  checkpoint: unknown,
  parts: Readonly<Record<string, Stateful>>,
  { rng = true }: LoadCheckpointOptions = {},
): { extra: unknown } {
  const saved = check(checkpoint);
  const missing = Object.keys(parts).find((name) => !Object.hasOwn(saved.parts, name));
  if (missing !== undefined) {
    const known = Object.keys(saved.parts).join(', ');
    throw new TypeError(`loadCheckpoint: the checkpoint has no "${missing}"; it has: ${known}`);
  }
  for (const [name, part] of Object.entries(parts)) {
    part.loadStateDict(decode(saved.parts[name]!, `parts.${name}`) as never);
  }
  if (rng) {
    const state = decode(saved.rng, 'rng') as GeneratorState;
    setDefaultGenerator(new (engineOf(state))().setState(state));
  }
  return { extra: decode(saved.extra, 'extra') };
}

/** The class of the generators of a state's engine: one of ours, or the default generator's. */
function engineOf({ engine }: GeneratorState): Engine {
  const current = defaultGenerator();
  const engines: ReadonlyMap<string, Engine> = new Map<string, Engine>([
    ['seedrandom', SeedrandomGenerator],
    ['torch', TorchGenerator],
    ['numpy', NumpyGenerator],
    [current.engine, current.constructor as Engine],
  ]);
  const found = engines.get(engine);
  if (found === undefined) {
    throw new TypeError(
      `loadCheckpoint: the random stream is of the engine ${JSON.stringify(engine)}, not of one of ${[...engines.keys()].join(', ')}`,
    );
  }
  return found;
}

function check(value: unknown): Checkpoint {
  const checkpoint = value as Partial<Checkpoint> | null;
  if (typeof checkpoint !== 'object' || checkpoint?.format !== 'kindling-checkpoint') {
    throw new TypeError('loadCheckpoint: this is no checkpoint that saveCheckpoint made');
  }
  if (checkpoint.version !== 1) {
    throw new TypeError(`loadCheckpoint: the checkpoint is of version ${checkpoint.version}; this version reads 1`);
  }
  return checkpoint as Checkpoint;
}

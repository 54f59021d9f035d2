import type { RandomSource } from '@kindling/data';
import {
  type Backend,
  defaultGenerator,
  type Generator,
  manualSeed,
  SeedrandomGenerator,
  setBackend,
} from '@kindling/tensor-core';
import { numpyRandom } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { OutputFolder } from '../output/files.js';

/** The flags that every demo takes. */
export interface DemoFlags {
  readonly seed: string;
  readonly rng: 'seedrandom' | 'torch';
  readonly backend: 'cpu' | 'gpu';
  readonly epochs?: number;
  readonly out?: string;
  readonly json: boolean;
}

/** What a demo starts from. */
export interface Session {
  /** As the JSON document shows it. */
  readonly seed: number | string;
  readonly rng: 'seedrandom' | 'torch';
  readonly backend: Backend;
  /** Where splits and data generators draw from; NumPy's shared stream where that of the layers is PyTorch's. */
  readonly random: RandomSource | Generator;
  readonly folder: OutputFolder;
}

const largestSeed = 2 ** 32 - 1;

/**
 * Makes sure of the output folder, seeds the streams and chooses the backend.
 *
 * @param task - names the default output folder.
 * @throws Error for a folder that cannot be written, a seed that the engine does not take, or no such backend here.
 */
export async function prepare(task: string, flags: DemoFlags): Promise<Session> {
  const whole = /^\d+$/.test(flags.seed) && Number(flags.seed) <= largestSeed;
  if (flags.rng === 'torch' && !whole) {
    throw new Error(`--rng torch takes a seed from 0 to ${largestSeed}, as NumPy does, not "${flags.seed}"`);
  }
  const seed = whole ? Number(flags.seed) : flags.seed;
  const folder = new OutputFolder(flags.out ?? `kindling-out/${task}`);
  manualSeed(seed, { engine: flags.rng === 'torch' ? TorchGenerator : SeedrandomGenerator });
  if (flags.rng === 'torch') numpyRandom().seed(Number(seed));
  const backend = await makeBackend(flags.backend);
  setBackend(backend);
  return { seed, rng: flags.rng, backend, random: flags.rng === 'torch' ? numpyRandom() : defaultGenerator(), folder };
}

async function makeBackend(name: 'cpu' | 'gpu'): Promise<Backend> {
  if (name === 'gpu') return (await import('@kindling/backend-gpu')).gpu();
  return (await import('@kindling/backend-cpu')).cpu();
}

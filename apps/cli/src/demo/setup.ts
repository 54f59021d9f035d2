import type { RandomSource } from '@kindling/data';
import { type Backend, defaultGenerator, type Generator, manualSeed, SeedrandomGenerator } from '@kindling/tensor-core';
import { numpyRandom } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { OutputFolder } from '../output/files.js';
import type { Reporter } from '../output/reporter.js';
import { convolutionsOf, layersOf, useBackend } from '../train/backend.js';
import type { BackendName } from './parameters.js';

/** The flags that every demo takes. */
export interface DemoFlags {
  readonly seed: string;
  readonly rng: 'seedrandom' | 'torch';
  readonly backend: BackendName;
  readonly epochs?: number;
  readonly theme: 'light' | 'dark';
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
  /** What the pictures are drawn on. */
  readonly theme: 'light' | 'dark';
}

/** The sizes of each demo's largest network. */
const largest = {
  blobs: layersOf(20, 2, 100, 1),
  circles: layersOf(500, 2, 1024, 1024, 1),
  images: [...convolutionsOf(32, 8, 1, 16, 32), ...layersOf(32, 128, 1)],
  logistic: layersOf(10, 60, 60, 1),
  sonar: layersOf(10, 60, 180, 1),
} as const;

const largestSeed = 2 ** 32 - 1;

/**
 * Makes sure of the output folder, seeds the streams and chooses the backend.
 *
 * @param task - names the default output folder.
 * @throws Error for a folder that cannot be written, a seed that the engine does not take, or no such backend here.
 */
export async function prepare(
  task: keyof typeof largest,
  flags: DemoFlags,
  reporter: Pick<Reporter, 'line'>,
): Promise<Session> {
  const whole = /^\d+$/.test(flags.seed) && Number(flags.seed) <= largestSeed;
  if (flags.rng === 'torch' && !whole) {
    throw new Error(`--rng torch takes a seed from 0 to ${largestSeed}, as NumPy does, not "${flags.seed}"`);
  }
  const seed = whole ? Number(flags.seed) : flags.seed;
  const folder = new OutputFolder(flags.out ?? `kindling-out/${task}`);
  manualSeed(seed, { engine: flags.rng === 'torch' ? TorchGenerator : SeedrandomGenerator });
  if (flags.rng === 'torch') numpyRandom().seed(Number(seed));
  const host = async (): Promise<Backend> => (await import('@kindling/backend-cpu')).cpu();
  const backend = await useBackend(flags.backend, host, largest[task], reporter);
  const random = flags.rng === 'torch' ? numpyRandom() : defaultGenerator();
  return { seed, rng: flags.rng, backend, random, folder, theme: flags.theme };
}

import type { LayerSize } from '@kindling/backend-gpu';
import { type Backend, setBackend } from '@kindling/tensor-core';
import type { BackendName } from '../demo/parameters.js';
import { plain } from '../output/plain.js';
import type { Reporter } from '../output/reporter.js';

/**
 * Chooses what computes: where `auto` measures both and says what it took and why.
 *
 * @param host - makes the backend on the CPU.
 * @param layers - the sizes of the network's layers.
 */
export async function useBackend(
  name: BackendName,
  host: () => Promise<Backend>,
  layers: readonly LayerSize[],
  reporter: Pick<Reporter, 'line'>,
): Promise<Backend> {
  let backend: Backend;
  if (name === 'cpu') {
    backend = await host();
  } else {
    const { fasterBackend, gpu } = await import('@kindling/backend-gpu');
    if (name === 'gpu') {
      backend = await gpu().catch(() => {
        // What it says is for programs, and long.
        throw new Error(
          '--backend gpu: none is to be had; kindling doctor says why, and without this flag the CPU computes',
        );
      });
    } else {
      const choice = await fasterBackend(await host(), layers);
      reporter.line(`backend: ${choice.backend.name}. ${plain(choice.reason)}`);
      backend = choice.backend;
    }
  }
  setBackend(backend);
  return backend;
}

/** The fastest way on the CPU, for which the process may be changed. */
export async function fastCpu(threads?: number): Promise<Backend> {
  const { cpu } = await import('@kindling/backend-cpu/wide');
  return cpu({ wide: 'tested', ...(threads === undefined ? {} : { threads }) });
}

/** {@link useBackend} of the flags of a training, whose CPU is to be the fastest; throws where threads are asked for that nothing would have. */
export async function useFastBackend(
  { backend, threads }: { readonly backend: BackendName; readonly threads?: number | undefined },
  layers: readonly LayerSize[],
  reporter: Pick<Reporter, 'line'>,
): Promise<void> {
  if (backend === 'gpu' && threads !== undefined)
    throw new Error('--threads is about the CPU; leave it out with --backend gpu');
  await useBackend(backend, () => fastCpu(threads), layers, reporter);
}

/** The sizes of fully connected layers, one after the other. */
export function layersOf(rows: number, ...sizes: readonly number[]): LayerSize[] {
  return sizes.slice(1).map((outputs, i) => ({ rows, inputs: sizes[i]!, outputs }));
}

/** The sizes of convolutions of 3 x 3, each before a pooling by 2, of square images. */
export function convolutionsOf(rows: number, size: number, ...channels: readonly number[]): LayerSize[] {
  return channels.slice(1).map((outputs, i) => ({
    rows: rows * Math.floor(size / 2 ** i) ** 2,
    inputs: channels[i]! * 9,
    outputs,
  }));
}

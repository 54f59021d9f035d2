import { checkDataset, type Dataset } from '../dataset.js';
import { builtIn } from '../images/built-in.js';
import type { Answer, Request } from './messages.js';
import { pack } from './pack.js';

/** Answers a loader's requests with the samples of the dataset that a recipe makes. */
export function serve(open: (recipe: unknown) => Dataset<unknown>): void {
  const port = builtIn('node:worker_threads')?.parentPort;
  const scope = globalThis as unknown as {
    addEventListener(type: 'message', listen: (event: { data: Request }) => void): void;
    postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  };
  let dataset: Dataset<unknown> | undefined;
  let wrong: unknown;

  const hear = async (request: Request): Promise<void> => {
    if (request.kind === 'open') {
      try {
        dataset = open(request.recipe);
      } catch (error) {
        wrong = error;
      }
      return;
    }
    const { id, indices, epoch, seed } = request;
    let at: number | undefined;
    try {
      if (dataset === undefined) throw wrong ?? new Error('the loader said nothing of a dataset');
      const samples: unknown[] = [];
      const transfer: ArrayBuffer[] = [];
      const loading = Array.from(indices, (index) =>
        Promise.resolve().then(() => dataset!.get(index, { epoch, seed })),
      );
      for (const one of loading) one.catch(() => undefined);
      for (const [i, one] of loading.entries()) {
        at = indices[i];
        samples.push(pack(await one, transfer));
      }
      send({ id, samples }, transfer);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
      send({ id, error: { name, message, index: at } }, []);
    }
  };

  const send = (answer: Answer, transfer: ArrayBuffer[]): void => {
    // The same memory twice, as of a cached tensor, cannot be handed over twice.
    const once = [...new Set(transfer)];
    if (port) port.postMessage(answer, once);
    else scope.postMessage(answer, once);
  };

  if (port) port.on('message', hear);
  else scope.addEventListener('message', ({ data }) => void hear(data));
}

/**
 * Serves a dataset of your own from a worker: what the module that a loader's `worker` option starts calls.
 *
 * @example
 * ```ts no-run the module of a worker
 * import { serveDataset } from '@kindling/data/worker';
 * serveDataset({ length: 3, get: async (index) => [index, index ** 2] });
 * ```
 */
export function serveDataset(dataset: Dataset<unknown>): void {
  checkDataset('serveDataset', 'the dataset', dataset);
  serve(() => dataset);
}

import { builtIn } from './images/built-in.js';
import type { WorkerLike } from './workers/messages.js';

/** Starts `images-worker.js`, which lies beside this file in `dist`; the text of the call is what bundlers look for. */
export function startImagesWorker(): WorkerLike {
  const threads = builtIn('node:worker_threads');
  if (threads !== undefined) return new threads.Worker(new URL('./images-worker.js', import.meta.url));
  return new Worker(new URL('./images-worker.js', import.meta.url), { type: 'module' }) as WorkerLike;
}

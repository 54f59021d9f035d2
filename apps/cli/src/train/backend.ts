import { type Backend, setBackend } from '@kindling/tensor-core';

/** Chooses what computes. */
export async function useBackend(name: 'cpu' | 'gpu', threads: number | undefined): Promise<void> {
  let backend: Backend;
  if (name === 'gpu') {
    if (threads !== undefined) throw new Error('--threads is about the CPU; leave it out with --backend gpu');
    backend = await (await import('@kindling/backend-gpu')).gpu();
  } else backend = await (await import('@kindling/backend-cpu')).cpu(threads === undefined ? {} : { threads });
  setBackend(backend);
}

import { cpu } from '@kindling/backend-cpu';
import { serve } from '@kindling/export/serve';
import { setBackend } from '@kindling/tensor-core';
import type { Context } from '../context.js';
import { plain } from '../output/plain.js';
import { loadModel } from '../tables/load-model.js';
import type { ServeFlags } from './serve.command.js';

/** Answers requests until it is told to stop. */
export async function runServe(folder: string, flags: ServeFlags, { process }: Context): Promise<void> {
  setBackend(await cpu());
  const model = await loadModel(folder);
  const server = await serve(model, flags).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `cannot listen on ${plain(flags.host)} port ${flags.port}: ${reasons[error.code!] ?? error.message}`,
    );
  });
  process.stdout.write(`${server.url}/predict answers; ${server.url}/openapi.json says how. Ctrl-C stops it.\n`);
  // Once: a second signal ends the process as usual.
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once?.(signal, () => resolve());
  });
  await server.close();
}

const reasons: Record<string, string> = {
  EADDRINUSE: 'another program listens there; choose another --port',
  EACCES: 'permission denied; choose a --port from 1024 on',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such address',
};

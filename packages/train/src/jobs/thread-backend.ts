import { getBackend, setBackend } from '@kindling/tensor-core';
import type { Backend } from '@kindling/tensor-core/backend';
import { TrainError } from '../errors.js';

/** A backend as plain data: its name, and where it is made. */
export interface BackendSource {
  readonly name: string;
  readonly module: string | null;
}

/** What a thread is told of this one's backend. */
export function backendSource({ name, module }: Backend): BackendSource {
  return { name, module: module ?? null };
}

/** Sets a backend like the caller's, where the thread has none yet; one thread computes, as the others are busy too. */
export async function setThreadBackend({ name, module }: BackendSource): Promise<void> {
  try {
    getBackend();
    return;
  } catch {
    // None was set by the modules that the thread has loaded.
  }
  const loaded: Record<string, unknown> =
    module === null ? {} : await import(/* @vite-ignore */ /* webpackIgnore: true */ module);
  const make = loaded[name];
  if (typeof make !== 'function') {
    throw new TrainError(
      `a thread cannot make the backend ${name}${module === null ? '' : `: ${module} does not export it`}; let the module of jobs set one`,
    );
  }
  setBackend((await (make as (options: object) => Promise<Backend>)({ threads: 1 })) satisfies Backend);
}

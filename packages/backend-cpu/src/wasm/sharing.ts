import type { Engine } from './engine.js';
import type { Engines } from './engines.js';
import type { Pool } from './pool.js';

/**
 * Makes engines whose work threads share.
 *
 * @param bytes - the modules of the kernels, for a memory that is not shared.
 * @param make - an engine like `small` of other modules and another memory.
 * @param asked - how many threads; `null` for one a core.
 * @param warn - told what keeps threads from computing.
 */
export type ShareAmongThreads = (
  small: Engine,
  // Not generic: TypeScript before 5.7 does not know that, and reads this.
  bytes: readonly Uint8Array[],
  make: (modules: WebAssembly.Module[], memory: WebAssembly.Memory, pool: Pool) => Engine,
  asked: number | null,
  warn: (message: string) => void,
) => Promise<Engines>;

/** What `among-threads.ts` leaves here when it is loaded, which it never is in most pages that a bundler made. */
export const sharing: { among?: ShareAmongThreads } = {};

import type { Engine } from '../wasm/engine.js';
import '../more-kernels.js';
import '../wasm/among-threads.js';
import { loadEngines } from '../wasm/load.js';
import type { SharedEngines } from '../wasm/shared-engines.js';
import { kinds } from './backends.js';

/** For each build an engine of one thread, and one of two that share whatever can be shared. */
export const enginesByThreads: readonly (readonly [string, Engine, Engine])[] = await Promise.all(
  kinds.map(async (kind) => {
    const { small, large } = (await loadEngines(kind, { threads: 2, worth: 1 })) as SharedEngines;
    return [kind, small, large] as const;
  }),
);

import { added } from '../added.js';
import { shareAmongThreads } from '../wasm/among-threads.js';
import { Engine, type Sizes, usual } from '../wasm/engine.js';
import type { Engines } from '../wasm/engines.js';
import moreTexts from '../wasm/generated/more-wide.js';
import texts from '../wasm/generated/wide.js';
import { wasmBytes } from '../wasm/module.js';
import type { Pool } from '../wasm/pool.js';
import type { WasmKind } from '../wasm/support.js';

const started = new Map<string, Promise<Engines>>();

/** Engines of the kernels with wide tiles; those of the same kind and number of threads are shared, so that threads start once. */
export function wideEngines(
  kind: WasmKind,
  threads: number | undefined,
  warn: (message: string) => void,
  own: Partial<Sizes> = {},
): Promise<Engines> {
  const key = JSON.stringify([kind, threads, own]);
  let engines = started.get(key);
  if (engines === undefined) {
    engines = load(kind, threads ?? null, warn, { ...usual, ...own });
    engines.catch(() => started.delete(key));
    started.set(key, engines);
  }
  return engines;
}

async function load(
  kind: WasmKind,
  threads: number | null,
  warn: (message: string) => void,
  sizes: Sizes,
): Promise<Engines> {
  const make = (modules: readonly WebAssembly.Module[], memory: WebAssembly.Memory, pool: Pool | null): Engine =>
    new Engine(modules, memory, pool, sizes);
  const bytes = [texts, ...(added.texts.length === 0 ? [] : [moreTexts])].map((each) => wasmBytes(kind, each));
  const memory = new WebAssembly.Memory({ initial: 16, maximum: 65536 });
  const small = make(await Promise.all(bytes.map((each) => WebAssembly.compile(each))), memory, null);
  return shareAmongThreads(small, bytes, make, threads, warn);
}

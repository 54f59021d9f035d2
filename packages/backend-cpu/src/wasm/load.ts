import { added } from '../added.js';
import { Engine, type Sizes, usual } from './engine.js';
import { Engines } from './engines.js';
import texts from './generated/kernels.js';
import { wasmBytes } from './module.js';
import type { Pool } from './pool.js';
import { sharing } from './sharing.js';
import type { WasmKind } from './support.js';

/** What is special about engines. */
export interface EngineOptions extends Partial<Sizes> {
  /** How many threads share large work; `null` for one a core. Default 1. */
  readonly threads?: number | null;
  /** Told what keeps threads from computing. */
  readonly warn?: (message: string) => void;
}

/** Compiles a build of the kernels, for one thread and, if there are to be more, for a memory that they share. */
export async function loadEngines(
  kind: WasmKind,
  { threads = 1, warn = () => {}, ...own }: EngineOptions = {},
): Promise<Engines> {
  const sizes = { ...usual, ...own };
  const make = (modules: readonly WebAssembly.Module[], memory: WebAssembly.Memory, pool: Pool | null): Engine =>
    new Engine(modules, memory, pool, sizes);
  const bytes = [texts, ...added.texts].map((each) => wasmBytes(kind, each));
  // The most pages that a memory of 32-bit addresses has, which the module declares.
  const memory = new WebAssembly.Memory({ initial: 16, maximum: 65536 });
  const small = make(await Promise.all(bytes.map((each) => WebAssembly.compile(each))), memory, null);
  if (sharing.among !== undefined) return sharing.among(small, bytes, make, threads, warn);
  if (threads! > 1) warn("bundlers leave threads out of a page; import '@kindling/backend-cpu/threads' once");
  return new Engines(small);
}

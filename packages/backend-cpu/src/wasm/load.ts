import { Engine, type Sizes } from './engine.js';
import { Engines } from './engines.js';
import { wasmBytes } from './module.js';
import { Pool } from './pool.js';
import type { WasmKind } from './support.js';

/** The most pages that a memory of 32-bit addresses has, which the kernels' module declares. */
const MOST_PAGES = 65536;

const usual: Sizes = { limit: 2 ** 22, worth: 2 ** 20, resident: 2 ** 28 };

/** What is special about engines. */
export interface EngineOptions extends Partial<Sizes> {
  /** How many threads share large work; default 1. */
  readonly threads?: number;
  /** Called where a thread does not start. */
  readonly failed?: ((reason: string) => void) | undefined;
  /** Called when one thread does what several would share. */
  readonly missed?: (() => void) | undefined;
}

/** Compiles a build of the kernels, for one thread and, if there are to be more, for a memory that they share. */
export async function loadEngines(
  kind: WasmKind,
  { threads = 1, failed = () => {}, missed, ...own }: EngineOptions = {},
): Promise<Engines> {
  const sizes = { ...usual, ...own };
  const bytes = wasmBytes(kind);
  const shared = threads > 1 ? await WebAssembly.compile(bytes) : null;
  const alone = await WebAssembly.compile(unshared(bytes));
  const small = new Engine(alone, new WebAssembly.Memory({ initial: 16, maximum: MOST_PAGES }), null, sizes);
  if (shared === null) return new Engines(small, 1, () => small, missed);
  const large = (): Engine => {
    try {
      return new Engine(shared, sharedMemory(), new Pool(threads, failed), sizes);
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error));
      return small;
    }
  };
  return new Engines(small, threads, large);
}

/** A memory for several threads; its address space is reserved at once, of which some machines have less to give. */
function sharedMemory(): WebAssembly.Memory {
  for (let maximum = MOST_PAGES; ; maximum /= 2) {
    try {
      return new WebAssembly.Memory({ initial: 16, maximum, shared: true });
    } catch (error) {
      if (maximum < 2048) throw error;
    }
  }
}

/** What stands in a module before the flags of the memory it imports: the end of its name, and that it is a memory. */
const BEFORE_FLAGS = 'memory\x02';

/** The module without the mark that threads share its memory. */
function unshared(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  // Imports come soon after the beginning.
  const text = String.fromCharCode(...copy.subarray(0, 1000));
  copy[text.indexOf(BEFORE_FLAGS) + BEFORE_FLAGS.length] = 1;
  return copy;
}

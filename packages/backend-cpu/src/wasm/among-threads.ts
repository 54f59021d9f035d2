/**
 * Threads. Bundlers leave this file out, as package.json says that it has no side effects, unless something imports a name of
 * it, which `@kindling/backend-cpu/threads` does.
 *
 * @module
 */
import { Pool, threadsHere } from './pool.js';
import { SharedEngines } from './shared-engines.js';
import { type ShareAmongThreads, sharing } from './sharing.js';

/** The most pages that a memory of 32-bit addresses has, which the kernels' module declares. */
const MOST_PAGES = 65536;

/** Has threads share the work of engines. */
export const shareAmongThreads: ShareAmongThreads = async (small, bytes, make, asked, warn) => {
  const { most, why } = threadsHere();
  const alone = (): void => warn(`${why}; computing with one thread`);
  if (why !== undefined && asked !== null && asked > 1) alone();
  const threads = why === undefined ? Math.max(1, asked ?? most) : 1;
  // Who did not ask for threads is told when they would have helped.
  if (threads === 1) return new SharedEngines(small, 1, () => small, why && asked === null ? alone : undefined);
  const failed = (reason: string): void => warn(`a thread did not start (${reason}); computing with those that did`);
  const modules = await Promise.all(bytes.map((each) => WebAssembly.compile(shared(each))));
  return new SharedEngines(small, threads, () => {
    try {
      return make(modules, sharedMemory(), new Pool(threads, failed));
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error));
      return small;
    }
  });
};

sharing.among = shareAmongThreads;

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

/** The module with the mark that threads share its memory. */
function shared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  // Imports come soon after the beginning.
  const text = String.fromCharCode(...copy.subarray(0, 1000));
  copy[text.indexOf(BEFORE_FLAGS) + BEFORE_FLAGS.length] = 3;
  return copy;
}

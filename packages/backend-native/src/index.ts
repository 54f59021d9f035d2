/**
 * The CPU backend with matrix products by the machine's BLAS: OpenBLAS, MKL, BLIS or Accelerate. For Node alone.
 *
 * @module
 */
import { availableParallelism } from 'node:os';
import { checkOptions, wrong } from '@internal/arguments';
import { type CpuBackend, cpu } from '@kindling/backend-cpu';
import { cpuWithProducts, type Product } from '@kindling/backend-cpu/products';
import { type Blas, findBlas } from './blas.js';
import { type Foreign, foreign } from './foreign.js';

/** How {@link native} computes. */
export interface NativeOptions {
  /** The path of a library with `cblas_sgemm`; by default the usual ones are looked for. */
  readonly library?: string;
  /** How many threads share a product, at most 256; default: one a core. */
  readonly threads?: number;
  /** Told, where there is no library, what was looked for; default: a warning on the console. */
  readonly onMissing?: (message: string) => void;
}

/** A backend made by {@link native}. */
export interface NativeBackend extends CpuBackend {
  /** Which library computes products: its name, its path, and what calls it. `null` where none was found, and this is `cpu()`. */
  readonly blas: { readonly name: string; readonly path: string; readonly by: string } | null;
}

/** The first arguments of `cblas_sgemm`. */
const ROW_MAJOR = 101;
const AS_IT_IS = 111;
const TRANSPOSED = 112;
const MOST_THREADS = 256;

/**
 * Makes a backend that computes as `cpu()` does, its matrix products by the machine's BLAS, which works in the same memory. Nothing
 * is built or downloaded: Node 26 calls the library by itself, earlier ones by the package `koffi` where it is installed. Where
 * there is no library it says so, and is `cpu()`.
 *
 * Products are summed in another order than `cpu()`'s, which depends on the library, the machine and the number of threads: their
 * last bits may differ.
 *
 * @throws RangeError for a `library` that cannot be opened, or has no `cblas_sgemm`.
 * @example
 * ```ts
 * import { native } from '@kindling/backend-native';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * const backend = await native({ onMissing: () => {} });
 * setBackend(backend);
 * const library = backend.blas?.name ?? 'none, as cpu()'; // for instance OpenBLAS 0.3.21
 * console.log(tensor([[1, 2]]).matmul(tensor([[3], [4]])).item()); // => 11
 * ```
 */
export async function native(options: NativeOptions = {}): Promise<NativeBackend> {
  checkOptions(TypeError, 'native', options, { library: 1, threads: 1, onMissing: 'function' });
  const { library, threads = availableParallelism(), onMissing = (message) => console.warn(message) } = options;
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS)
    wrong(RangeError, 'native', 'the number of threads', `a whole number from 1 to ${MOST_THREADS}`, threads);
  if (library !== undefined && typeof library !== 'string')
    wrong(TypeError, 'native', 'library', 'the path of a library', library);
  const caller = await foreign();
  if (caller === undefined) {
    if (library !== undefined) throw new RangeError(`native: cannot open '${library}': ${NO_CALLER}`);
    return without(`backend-native: ${NO_CALLER}; computing as cpu() does`, threads, onMissing);
  }
  const found = findBlas(caller, process.platform, library);
  if ('tried' in found) {
    if (library !== undefined)
      throw new RangeError(`native: '${library}' is no library with cblas_sgemm that opens here`);
    const tried = found.tried.length === 0 ? process.platform : found.tried.join(', ');
    return without(`backend-native: no BLAS found (tried ${tried}); computing as cpu() does`, threads, onMissing);
  }
  return withBlas(found, caller, threads);
}

const NO_CALLER = "nothing here calls libraries: it needs Node 26, or the package 'koffi' (npm install koffi)";

async function without(message: string, threads: number, onMissing: (message: string) => void): Promise<NativeBackend> {
  onMissing(message);
  return Object.assign(await cpu({ threads }), { blas: null });
}

async function withBlas(blas: Blas, caller: Foreign, threads: number): Promise<NativeBackend> {
  // The library's threads are the only ones: the kernels' own would look for work on the same cores.
  blas.setThreads?.(threads);
  const backend = await cpuWithProducts({ threads, within: (memory) => productIn(memory, blas, caller) });
  const { name, path } = blas;
  return Object.assign(backend, { blas: { name, path, by: caller.name } });
}

function productIn(memory: WebAssembly.Memory, { sgemm }: Blas, caller: Foreign): Product {
  let { buffer } = memory;
  let base = caller.addressOf(buffer);
  return (transposeA, transposeB, m, n, k, a, lda, b, ldb, add, c, ldc) => {
    // A memory that grew may lie elsewhere.
    if (memory.buffer !== buffer) {
      buffer = memory.buffer;
      base = caller.addressOf(buffer);
    }
    const [ta, tb] = [transposeA ? TRANSPOSED : AS_IT_IS, transposeB ? TRANSPOSED : AS_IT_IS];
    sgemm(ROW_MAJOR, ta, tb, m, n, k, 1, base + a, lda, base + b, ldb, add, base + c, ldc);
  };
}

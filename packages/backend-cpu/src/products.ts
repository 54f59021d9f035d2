/**
 * The CPU backend with its matrix products computed by somebody else, in the memory that the kernels work in. For those who
 * write such a backend, as `@kindling/backend-native` is one.
 *
 * @module
 */
import { checkOptions, wrong } from '@internal/arguments';
import { added } from './added.js';
import type { CpuBackend } from './index.js';
import { type Product, replaceProducts } from './products/gemm.js';
import { WasmBackend } from './wasm/backend.js';
import { Engines } from './wasm/engines.js';
import { loadEngines } from './wasm/load.js';
import { supportsWasm } from './wasm/support.js';

export type { CpuBackend } from './index.js';
export type { Product } from './products/gemm.js';
export type { WasmKind } from './wasm/support.js';

/** Where products are to be computed. */
export interface Products {
  /** Products in a memory. It grows, and its `buffer` is another one then. */
  within(memory: WebAssembly.Memory): Product;
  /** How many threads share one. */
  readonly threads: number;
}

/**
 * Makes a backend that computes on the CPU and leaves matrix products of float32, also those in linear layers and their
 * gradients, to somebody else. Everything else is computed by WebAssembly kernels on one thread, so that no two pools of
 * threads compete for the cores.
 *
 * @throws RangeError where there is no WebAssembly SIMD.
 * @example
 * ```ts
 * import { cpuWithProducts } from '@kindling/backend-cpu/products';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * let asked = 0;
 * const within = (memory: WebAssembly.Memory) => (...[ta, tb, m, n, k, a, lda, b, ldb, add, c, ldc]: number[]) => {
 *   asked++;
 *   const x = new Float32Array(memory.buffer);
 *   for (let i = 0; i < m!; i++) {
 *     for (let j = 0; j < n!; j++) {
 *       let sum = add ? x[c! / 4 + i * ldc! + j]! : 0;
 *       for (let p = 0; p < k!; p++) {
 *         sum += x[a! / 4 + (ta ? p * lda! + i : i * lda! + p)]! * x[b! / 4 + (tb ? j * ldb! + p : p * ldb! + j)]!;
 *       }
 *       x[c! / 4 + i * ldc! + j] = sum;
 *     }
 *   }
 * };
 * setBackend(await cpuWithProducts({ within, threads: 1 }));
 * console.log(ones(32, 32).matmul(ones(32, 32)).sum().item(), asked); // => 32768 1
 * ```
 */
export async function cpuWithProducts(products: Products): Promise<CpuBackend> {
  if (typeof products?.within !== 'function')
    wrong(TypeError, 'cpuWithProducts', 'the argument', '{ within, threads }', products);
  checkOptions(TypeError, 'cpuWithProducts', products, { within: 1, threads: 1 });
  const kind = (['relaxed', 'simd'] as const).find(supportsWasm);
  if (kind === undefined) throw new RangeError('cpuWithProducts: this JavaScript engine has no WebAssembly SIMD');
  const { small } = await loadEngines(kind);
  replaceProducts(small, products.within(small.memory));
  const backend = new (added.Wasm ?? WasmBackend)(kind, new Engines(small));
  return Object.assign(backend, { threads: products.threads });
}

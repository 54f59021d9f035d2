/**
 * The CPU backend: plain kernels for everything, and WebAssembly SIMD where the time goes.
 *
 * @module
 */
import type { Backend } from '@kindling/tensor-core/backend';
import { PlainBackend } from './backend.js';
import { WasmBackend } from './wasm/backend.js';
import { loadEngine } from './wasm/engine.js';
import { supportsWasm, type WasmKind } from './wasm/support.js';

/** How {@link cpu} computes. */
export interface CpuOptions {
  /**
   * The WebAssembly kernels: `true` (the default) takes the fastest build that the JavaScript engine runs, `'relaxed'`
   * (fused multiply-add) or `'simd'` no faster one than that, and `false` none.
   */
  readonly wasm?: boolean | WasmKind;
}

/** A backend made by {@link cpu}. */
export interface CpuBackend extends Backend {
  /** Which kernels run: a build of the WebAssembly ones, or the plain ones alone. */
  readonly kernels: WasmKind | 'plain';
}

/**
 * Makes a backend that computes on the CPU. Where no WebAssembly SIMD is to be had it warns once on the console and
 * computes with plain kernels, which give the same results more slowly.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(tensor([1, 2]).add(1))); // => tensor([2., 3.])
 * const plain = await cpu({ wasm: false });
 * console.log(plain.kernels); // => plain
 * ```
 */
export async function cpu(options: CpuOptions = {}): Promise<CpuBackend> {
  const { wasm = true } = options;
  if (wasm === false) return new PlainBackend();
  const wanted: WasmKind[] = wasm === 'simd' ? ['simd'] : ['relaxed', 'simd'];
  const kind = wanted.find(supportsWasm);
  if (kind === undefined) {
    warnOnce('backend-cpu: this JavaScript engine has no WebAssembly SIMD; computing with the slower plain kernels');
    return new PlainBackend();
  }
  try {
    return new WasmBackend(kind, await loadEngine(kind));
  } catch (error) {
    // A page may forbid WebAssembly ('wasm-unsafe-eval'), or have no address space left.
    const reason = error instanceof Error ? error.message : String(error);
    warnOnce(`backend-cpu: WebAssembly did not start (${reason}); computing with the slower plain kernels`);
    return new PlainBackend();
  }
}

let warned = false;

function warnOnce(message: string): void {
  if (!warned) console.warn(message);
  warned = true;
}

/**
 * The CPU backend: plain kernels for everything, and WebAssembly SIMD where the time goes.
 *
 * @module
 */
// First of all: in the middle of a bundle it would keep gzip from finding what repeats around it.
import './wasm/generated/kernels.js';
// Tensors' methods: whoever has a tensor has a backend.
import '@kindling/tensor-core';
// Bundlers leave it out: package.json says that it does nothing. Node and a page without a bundler have threads.
import './wasm/among-threads.js';
// Likewise.
import './more-kernels.js';
import { checkChoice, checkOptions, wrong } from '@internal/arguments';
import type { Backend } from '@kindling/tensor-core/backend';
import { added } from './added.js';
import { PlainBackend } from './backend.js';
import { WasmBackend } from './wasm/backend.js';
import type { Engines } from './wasm/engines.js';
import { loadEngines } from './wasm/load.js';
import { supportsWasm, type WasmKind } from './wasm/support.js';

/** More threads than any machine shares work well with; a larger number is a slip. */
const MOST_THREADS = 256;

/** How {@link cpu} computes. */
export interface CpuOptions {
  /**
   * The WebAssembly kernels: `true` (the default) takes the fastest build that the JavaScript engine runs, `'relaxed'`
   * (fused multiply-add) or `'simd'` no faster one than that, and `false` none.
   */
  readonly wasm?: boolean | WasmKind;
  /**
   * How many threads share large work, with the caller's, at most 256; default: one a core. Results do not depend on it. Where there
   * are no threads to be had (a page that is not cross-origin isolated), one thread computes. A page that a bundler made has them once
   * it says `import '@kindling/backend-cpu/threads'`.
   */
  readonly threads?: number;
}

/** A backend made by {@link cpu}. */
export interface CpuBackend extends Backend {
  /** Which kernels run: a build of the WebAssembly ones, or the plain ones alone. */
  readonly kernels: WasmKind | 'plain';
  /** How many threads share large work, with the caller's; they start with the first such work. */
  readonly threads: number;
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
  checkOptions(TypeError, 'cpu', options, { wasm: 1, threads: 1 });
  const { wasm = true, threads } = options;
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 0 && threads <= MOST_THREADS)) {
    const wanted = threads > MOST_THREADS ? `at most ${MOST_THREADS}` : 'a whole number from 1 on';
    wrong(RangeError, 'cpu', 'the number of threads', wanted, threads);
  }
  if (typeof wasm !== 'boolean') checkChoice(RangeError, 'cpu', 'wasm', wasm, ['true', 'false', 'relaxed', 'simd']);
  // In threads, this file is what makes a backend like theirs.
  added.module = import.meta.url;
  const Plain = added.Plain ?? PlainBackend;
  if (wasm === false) return new Plain();
  const wanted: WasmKind[] = wasm === 'simd' ? ['simd'] : ['relaxed', 'simd'];
  const kind = wanted.find(supportsWasm);
  if (kind === undefined) {
    warnOnce('this JavaScript engine has no WebAssembly SIMD; computing with the slower plain kernels');
    return new Plain();
  }
  try {
    return new (added.Wasm ?? WasmBackend)(kind, await enginesOf(kind, threads));
  } catch (error) {
    // A page may forbid WebAssembly ('wasm-unsafe-eval'), or have no address space left.
    const reason = error instanceof Error ? error.message : String(error);
    warnOnce(`WebAssembly did not start (${reason}); computing with the slower plain kernels`);
    return new Plain();
  }
}

/** Backends of the same kernels and number of threads share them, so that threads are started once. */
const started = new Map<string, Promise<Engines>>();

function enginesOf(kind: WasmKind, asked: number | undefined): Promise<Engines> {
  if (asked === 0) warnOnce('threads: 0 leaves none to compute; computing with one');
  const key = `${kind} ${asked}`;
  let engines = started.get(key);
  if (engines === undefined) {
    engines = loadEngines(kind, { threads: asked ?? null, warn: warnOnce });
    engines.catch(() => started.delete(key));
    started.set(key, engines);
  }
  return engines;
}

const warned = new Set<string>();

function warnOnce(message: string): void {
  if (!warned.has(message)) console.warn(`backend-cpu: ${message}`);
  warned.add(message);
}

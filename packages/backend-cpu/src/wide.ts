/**
 * `cpu` with one option more: kernels for vectors of 256 bits, in Node 24 and later. For Node alone.
 *
 * @module
 */
import { checkOptions, wrong } from '@internal/arguments';
import { added } from './added.js';
import type { CpuBackend, CpuOptions } from './index.js';
import { WasmBackend } from './wasm/backend.js';
import { wideEngines } from './wide/engines.js';
import { agrees } from './wide/self-test.js';
import { switchWide, whyNotWide } from './wide/why-not.js';

export type { CpuBackend, CpuOptions } from './index.js';
export type { WasmKind } from './wasm/support.js';

/** How the {@link cpu} of this entry computes. */
export interface WideCpuOptions extends CpuOptions {
  /**
   * Whether matrix products use vectors of 256 bits, twice as fast and with the same results to the bit: by a switch of V8 that is
   * experimental, and holds for the whole process from then on (`--experimental-wasm-revectorize`). Default `false`. Where it would do nothing
   * `true` is an error; `'tested'` computes as usual there, and also where some products, compared at once, are not the same.
   */
  readonly wide?: boolean | 'tested';
}

/** A backend made by the {@link cpu} of this entry. */
export interface WideCpuBackend extends CpuBackend {
  /** Whether its kernels are those for vectors of 256 bits. */
  readonly wide: boolean;
}

/**
 * Makes a backend that computes on the CPU, as the main entry's `cpu` does, and where `wide` asks for it with vectors of 256 bits.
 *
 * @throws RangeError for `wide: true` where it does nothing: before Node 24, on processors other than x64, without WebAssembly.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu/wide';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * const backend = await cpu({ wide: 'tested', threads: 1 });
 * setBackend(backend);
 * console.log(String(tensor([[1, 2]]).matmul(tensor([[3], [4]])))); // => tensor([[11.]])
 * ```
 */
export async function cpu(options: WideCpuOptions = {}): Promise<WideCpuBackend> {
  checkOptions(TypeError, 'cpu', options, { wasm: 1, threads: 1, wide: 1 });
  const { wide = false, ...rest } = options;
  if (typeof wide !== 'boolean' && wide !== 'tested') wrong(RangeError, 'cpu', 'wide', "true, false or 'tested'", wide);
  // The other options are checked there, and which kernels run is found. Imported so, the main entry stays a file of its own.
  const other = await (await import('./index.js')).cpu(rest);
  if (wide === false) return Object.assign(other, { wide: false });
  const reason = other.kernels === 'plain' ? 'it is a matter of WebAssembly, which is off' : whyNotWide();
  if (reason !== undefined || other.kernels === 'plain') {
    if (wide === true) throw new RangeError(`cpu: wide: vectors of 256 bits are not to be had: ${reason}`);
    return Object.assign(other, { wide: false });
  }
  switchWide(true);
  const engines = await wideEngines(other.kernels, rest.threads, (message) => console.warn(`backend-cpu: ${message}`));
  const backend = new (added.Wasm ?? WasmBackend)(other.kernels, engines);
  if (wide === 'tested' && !agrees(backend, other)) {
    switchWide(false);
    return Object.assign(other, { wide: false });
  }
  return Object.assign(backend, { wide: true });
}

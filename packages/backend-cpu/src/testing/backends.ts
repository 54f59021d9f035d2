import type { PlainBackend } from '../backend.js';
import '../more-kernels.js';
import { MorePlainBackend } from '../more/plain.js';
import { MoreWasmBackend } from '../more/wasm.js';
import '../wasm/among-threads.js';
import { loadEngines } from '../wasm/load.js';
import { supportsWasm, type WasmKind } from '../wasm/support.js';

/** The builds of the WebAssembly kernels that run here: relaxed SIMD needs Node 22. */
export const kinds = (['simd', 'relaxed'] as const).filter(supportsWasm);

/** A backend of each build that runs here, by name. */
export const wasmBackends: readonly (readonly [WasmKind, MoreWasmBackend])[] = await Promise.all(
  kinds.map(async (kind) => [kind, new MoreWasmBackend(kind, await loadEngines(kind))] as const),
);

/** All of them, and the plain one. */
export const backends: readonly (readonly [string, PlainBackend])[] = [
  ['plain', new MorePlainBackend()],
  ...wasmBackends,
];

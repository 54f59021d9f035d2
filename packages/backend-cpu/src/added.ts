import type { PlainBackend } from './backend.js';
import type { WasmBackend } from './wasm/backend.js';

/**
 * The URL of the module that exports `cpu`, which leaves it here, and what `more-kernels.ts` leaves here when it is loaded,
 * which it never is in most pages that a bundler made: classes with more kernels, and the texts of the WebAssembly module that
 * has them.
 */
export const added: {
  Plain?: new () => PlainBackend;
  Wasm?: new (...args: ConstructorParameters<typeof WasmBackend>) => WasmBackend;
  texts: readonly (readonly string[])[];
  module: string;
} = { texts: [], module: import.meta.url };

/**
 * Kernels of what few pages need. Bundlers leave this file out, as package.json says that it has no side effects, unless
 * something imports a name of it, which `@kindling/backend-cpu/kernels` does.
 *
 * @module
 */
import { added } from './added.js';
import { MorePlainBackend } from './more/plain.js';
import { MoreWasmBackend } from './more/wasm.js';
import texts from './wasm/generated/more.js';
import { lodgings } from './wasm/lodgers.js';
import { lodging } from './wasm/lodging.js';

/** Has backends take the kernels of this file. */
export function addMoreKernels(to: typeof added): void {
  to.Plain = MorePlainBackend;
  to.Wasm = MoreWasmBackend;
  to.texts = [texts];
  Object.assign(lodging, lodgings);
}

addMoreKernels(added);

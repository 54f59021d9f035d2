/**
 * The safetensors format: named tensors in one file, as PyTorch, JAX and others write and read it.
 *
 * @module
 */
export { SafetensorsError } from './safetensors/error.js';
export { readSafetensors, type SafetensorsFile } from './safetensors/read.js';
export { type WriteSafetensorsOptions, writeSafetensors } from './safetensors/write.js';

/**
 * The GPU backend: GPU.js over WebGL 2, in browsers.
 *
 * @module
 */
export type { GpuBackend, GpuInfo, GpuMemory } from './backend.js';
export { type GpuOptions, gpu } from './gpu.js';

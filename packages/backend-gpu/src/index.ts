/**
 * The GPU backend: GPU.js over WebGL 2 and WebGPU.
 *
 * @module
 */
// Tensors' methods: whoever has a tensor has a backend.
import '@kindling/tensor-core';

export type { GpuBackend, GpuInfo, GpuMemory } from './backend.js';
export { type FasterBackend, fasterBackend, type LayerSize } from './faster-backend.js';
export { type GpuOptions, gpu } from './gpu.js';

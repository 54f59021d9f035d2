import { conformance } from '@kindling/tensor-core/testing';
import { describe, it } from 'vitest';
import { cpu } from './index.js';
import { MoreWasmBackend } from './more/wasm.js';
import { loadEngines } from './wasm/load.js';
import { SharedEngines } from './wasm/shared-engines.js';

const reference = () => cpu({ wasm: false });
const test = { describe, it };

// The plain kernels themselves are compared with PyTorch's values, in internal/conformance.
for (const wasm of ['simd', 'relaxed'] as const) {
  conformance({
    name: `cpu({ wasm: '${wasm}', threads: 1 })`,
    backend: () => cpu({ wasm, threads: 1 }),
    reference,
    test,
  });
}

/** Two threads that share all there is to share, in a memory where everything is done. */
async function shared(wasm: 'simd' | 'relaxed'): Promise<MoreWasmBackend> {
  const { kernels } = await cpu({ wasm });
  if (kernels === 'plain') throw new Error('no WebAssembly here');
  const { large } = (await loadEngines(kernels, { threads: 2, worth: 1 })) as SharedEngines;
  return new MoreWasmBackend(kernels, new SharedEngines(large, 2, () => large));
}

// WebAssembly, and with it threads, are for float32: other dtypes are the plain kernels' with any number of threads.
for (const wasm of ['simd', 'relaxed'] as const) {
  conformance({
    name: `cpu({ wasm: '${wasm}', threads: 2 })`,
    backend: () => shared(wasm),
    reference,
    test,
    dtypes: ['float32'],
  });
}

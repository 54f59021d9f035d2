import { conformance } from '@kindling/tensor-core/testing';
import { describe, it } from 'vitest';
import { cpu } from './index.js';
import { MoreWasmBackend } from './more/wasm.js';
import { loadEngines } from './wasm/load.js';
import { SharedEngines } from './wasm/shared-engines.js';
import { wideEngines } from './wide/engines.js';
import { switchWide, whyNotWide } from './wide/why-not.js';

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

// WebAssembly, and with it threads, are for float32: other dtypes are the plain kernels' with any number of threads. What reads
// views is the same with more of them, and with other products.
const others = { dtypes: ['float32'], viewsInTurn: true } as const;
for (const wasm of ['simd', 'relaxed'] as const) {
  conformance({
    name: `cpu({ wasm: '${wasm}', threads: 2 })`,
    backend: () => shared(wasm),
    reference,
    test,
    ...others,
  });
}

/** The kernels for vectors of 256 bits, which Node before 24 runs too, with those of 128. */
async function wide(threads: number): Promise<MoreWasmBackend> {
  const { kernels } = await cpu();
  if (kernels === 'plain') throw new Error('no WebAssembly here');
  if (whyNotWide() === undefined) switchWide(true);
  if (threads === 1) return new MoreWasmBackend(kernels, await wideEngines(kernels, 1, () => {}));
  const { large } = (await wideEngines(kernels, threads, () => {}, { worth: 1 })) as SharedEngines;
  return new MoreWasmBackend(kernels, new SharedEngines(large, threads, () => large));
}

for (const threads of [1, 2]) {
  conformance({
    name: `wide, threads: ${threads}`,
    backend: () => wide(threads),
    reference,
    test,
    ...others,
  });
}

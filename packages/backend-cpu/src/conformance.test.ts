import { conformance } from '@kindling/tensor-core/testing';
import { describe, it } from 'vitest';
import { cpu } from './index.js';

// The plain kernels themselves are compared with PyTorch's values, in internal/conformance.
for (const wasm of ['simd', 'relaxed'] as const) {
  conformance({
    name: `cpu({ wasm: '${wasm}' })`,
    backend: () => cpu({ wasm }),
    reference: () => cpu({ wasm: false }),
    test: { describe, it },
  });
}

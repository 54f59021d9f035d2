import { cpu } from '@kindling/backend-cpu';
import { setBackend } from '@kindling/tensor-core';
import { beforeAll, describe } from 'vitest';
import layers from '../values/nn/image-layers.json';
import { testLayers } from './nn/layer-tests.js';

describe.each([false, 'simd', 'relaxed'] as const)('kernels: %s', (wasm) => {
  beforeAll(async () => setBackend(await cpu({ wasm })));

  testLayers(layers as unknown as Parameters<typeof testLayers>[0]);
});

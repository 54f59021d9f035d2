import { cpu } from '@kindling/backend-cpu';
import { conformance } from '@kindling/tensor-core/testing';
import { describe, it } from 'vitest';
import { gpu } from './index.js';

conformance({
  name: 'gpu()',
  backend: () => gpu(),
  reference: () => cpu({ wasm: false }),
  test: { describe, it },
});

import { cpu } from '@kindling/backend-cpu';
import { conformance } from '@kindling/tensor-core/testing';
import { describe, it } from 'vitest';
import { gpu } from './index.js';
import { settings } from './testing-settings.js';

/** Registers the tests that a mode of the backend has to pass. */
export function testConformance(mode: 'webgl2' | 'webgpu'): void {
  conformance({
    name: `gpu({ mode: '${mode}' })`,
    backend: () => gpu({ mode }),
    reference: () => cpu({ wasm: false }),
    test: { describe, it },
    ...settings,
  });
}

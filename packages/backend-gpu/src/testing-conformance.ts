import { cpu } from '@kindling/backend-cpu';
import { conformance } from '@kindling/tensor-core/testing';
import { describe, it } from 'vitest';
import { gpu } from './index.js';

const inexact = 'int32 is exact below 2^24 in size only';

/** Registers the tests that a mode of the backend has to pass. */
export function testConformance(mode: 'webgl2' | 'webgpu'): void {
  conformance({
    name: `gpu({ mode: '${mode}' })`,
    backend: () => gpu({ mode }),
    reference: () => cpu({ wasm: false }),
    test: { describe, it },
    // Functions and sums in float32 throughout, where the reference computes in double and rounds once.
    tolerances: { function: 5e-6, sum: 5e-6 },
    skip: {
      denormals: 'devices may take them for 0',
      'to-float64': 'there is no float64',
      'to-float32 int32': inexact,
      'to-int32 int32': inexact,
      'to-int32 float32': inexact,
      'to-bool int32': inexact,
    },
  });
}

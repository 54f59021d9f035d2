import type { Activation } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { wasmBackends } from '../testing/backends.js';
import { expectClose } from '../testing/compare.js';
import { layouts, list, plain, uniform, view } from '../testing/views.js';
import { WasmBackend } from './backend.js';
import { loadEngines } from './load.js';

const activations: Activation[] = ['identity', 'relu', 'sigmoid', 'tanh'];

describe.each(wasmBackends)('linear (%s)', (kind, backend) => {
  test.each([
    [1, 1, 1],
    [20, 2, 100],
    [20, 100, 1],
    [10, 60, 180],
    [1, 60, 180],
    [13, 7, 9],
    [5, 3, 2],
    [100, 33, 10],
    [3, 0, 5],
    [0, 3, 5],
    [300, 20, 70],
  ])('%i x %i -> %i with every activation', (n, i, o) => {
    const x = view(uniform(n * i, -1, 1, 1), [n, i]);
    const w = view(uniform(o * i, -1, 1, 2), [o, i]);
    const bias = view(uniform(o + 1, -1, 1, 3), [o], { offset: 1 });
    for (const activation of activations) {
      for (const b of [bias, null]) {
        expectClose(
          list(backend.fused.linear(x, w, b, activation)),
          list(plain.fused.linear(x, w, b, activation)),
          3e-6,
          3e-6,
        );
      }
    }
  });

  test('in any layouts', () => {
    for (const x of layouts([5, 6])) {
      for (const w of layouts([7, 6], 'float32', 2)) {
        for (const b of layouts([7], 'float32', 3)) {
          const expected = list(plain.fused.linear(x, w, b, 'relu'));
          list(backend.fused.linear(x, w, b, 'relu')).forEach((v, i) => {
            expect(Math.abs(v - expected[i]!)).toBeLessThanOrEqual(1e-4);
          });
        }
      }
    }
  });

  test('of which only blocks are in WebAssembly memory at once', async () => {
    const small = new WasmBackend(kind, await loadEngines(kind, { limit: 500 }));
    const x = view(uniform(60 * 70, -1, 1, 1), [60, 70]);
    const w = view(uniform(80 * 70, -1, 1, 2), [80, 70]);
    const b = view(uniform(80, -1, 1, 3), [80]);
    expectClose(list(small.fused.linear(x, w, b, 'tanh')), list(plain.fused.linear(x, w, b, 'tanh')), 3e-6, 3e-6);
  });

  test('NaN goes through every activation', () => {
    const x = view([Number.NaN, 1], [2, 1]);
    const w = view(uniform(5), [5, 1]);
    for (const activation of activations) {
      const y = list(backend.fused.linear(x, w, null, activation));
      expect(y.map(Number.isNaN)).toEqual([true, true, true, true, true, false, false, false, false, false]);
    }
  });

  test('of float64 takes the plain kernel', () => {
    const x = view(uniform(6), [2, 3], { dtype: 'float64' });
    const w = view(uniform(12), [4, 3], { dtype: 'float64' });
    expect(list(backend.fused.linear(x, w, null, 'tanh'))).toEqual(list(plain.fused.linear(x, w, null, 'tanh')));
  });
});

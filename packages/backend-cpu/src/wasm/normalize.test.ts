import type { Normalization } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { wasmBackends } from '../testing/backends.js';
import { expectClose } from '../testing/compare.js';
import { list, plain, uniform, view } from '../testing/views.js';
import { WasmBackend } from './backend.js';
import { loadEngines } from './load.js';

function expectSame(backend: WasmBackend, how: Normalization, from: number, most: number): void {
  const { outer, groups, inner, perGroup } = how;
  const shape = [outer, groups, inner];
  const size = outer * groups * inner;
  const weights = perGroup ? groups : inner;
  const x = view(uniform(size + 1, from, from + 2, 1), shape, { offset: 1 });
  const g = view(uniform(size + 2, -1, 1, 2), shape, { offset: 2 });
  const w = view(uniform(weights + 1, -1, 1, 3), [weights], { offset: 1 });
  for (const weight of [w, null]) {
    const expected = plain.fused.normalize(x, weight, weight, how);
    const actual = backend.fused.normalize(x, weight, weight, how);
    for (const key of ['y', 'mean', 'variance'] as const)
      expectClose(list(actual[key]), list(expected[key]), most, most);
    for (const wanted of [[true, true, true], [true], [false, true, false], [false, false, true]]) {
      const wants = plain.fused.normalizeBackward(g, x, weight, how, wanted);
      backend.fused.normalizeBackward(g, x, weight, how, wanted).forEach((buffer, i) => {
        expect(buffer === null).toBe(wants[i] === null);
        if (buffer !== null) expectClose(list(buffer), list(wants[i]!), most * 4, most * 4);
      });
    }
  }
}

const sizes = [1, 2, 3, 4, 5, 7, 8, 13, 64];

describe.each(wasmBackends)('normalize (%s)', (kind, backend) => {
  test('of rows', () => {
    for (const groups of [1, 3, 10]) {
      for (const inner of sizes) expectSame(backend, { outer: 1, groups, inner, perGroup: false, eps: 0.1 }, -1, 2e-6);
    }
  });

  test('of columns', () => {
    for (const groups of sizes) {
      for (const outer of [2, 3, 6, 33]) {
        expectSame(backend, { outer, groups, inner: 1, perGroup: true, eps: 0.1 }, -1, 2e-6);
      }
    }
  });

  test('of planes', () => {
    for (const inner of sizes) expectSame(backend, { outer: 3, groups: 2, inner, perGroup: true, eps: 0.1 }, -1, 2e-6);
  });

  test('of more than is worked on at once', () => {
    expectSame(backend, { outer: 3, groups: 50, inner: 500, perGroup: true, eps: 0.1 }, -1, 1e-5);
    expectSame(backend, { outer: 1, groups: 150, inner: 501, perGroup: false, eps: 0.1 }, -1, 1e-5);
  });

  // A float32 of this size has a unit in the last place of 0.0005, which the mean may be off by half: of it no digit is lost.
  test('of numbers far from 0', () => {
    expectSame(backend, { outer: 1, groups: 5, inner: 100, perGroup: false, eps: 1e-5 }, 5000, 1e-5);
    expectSame(backend, { outer: 100, groups: 5, inner: 1, perGroup: true, eps: 1e-5 }, 5000, 1e-5);
  });

  test('does not read what lies behind', () => {
    const x = view([...uniform(15), ...new Array<number>(50).fill(Number.NaN)], [3, 5]);
    for (const how of [
      { outer: 1, groups: 3, inner: 5, perGroup: false, eps: 1 },
      { outer: 3, groups: 5, inner: 1, perGroup: true, eps: 1 },
    ]) {
      const { y } = backend.fused.normalize(x, null, null, how);
      const made = backend.fused.normalizeBackward(x, x, null, how, [true, true, true]);
      expect([y, ...made].flatMap((buffer) => list(buffer!)).every(Number.isFinite)).toBe(true);
    }
  });

  test('what is larger than the memory, and float64, take the plain kernels', async () => {
    const small = new WasmBackend(kind, await loadEngines(kind, { limit: 4 }));
    const how = { outer: 1, groups: 3, inner: 5, perGroup: false, eps: 1 };
    const x = view(uniform(15), [3, 5]);
    const double = view(uniform(15), [3, 5], { dtype: 'float64' });
    for (const v of [x, double]) {
      expect(list(small.fused.normalize(v, null, null, how).y)).toEqual(
        list(plain.fused.normalize(v, null, null, how).y),
      );
      expect(list(small.fused.normalizeBackward(v, v, null, how, [true])[0]!)).toEqual(
        list(plain.fused.normalizeBackward(v, v, null, how, [true])[0]!),
      );
    }
  });
});

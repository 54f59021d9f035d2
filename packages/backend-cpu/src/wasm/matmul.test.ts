import type { Backend, View } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { wasmBackends } from '../testing/backends.js';
import { elements, layouts, list, numbers, plain, uniform, view, viewOf } from '../testing/views.js';
import { WasmBackend } from './backend.js';
import { loadEngines } from './load.js';

/** Compares with the plain kernel, within what rounding to float32 at each of the k steps can make of the sums. */
function compare(backend: Backend, a: View, b: View): void {
  const actual = list(backend.matmul(a, b));
  const expected = list(plain.matmul(a, b));
  const sizes = list(plain.matmul(absolute(a), absolute(b)));
  const k = a.shape.at(-1)!;
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++) {
    if (!(Math.abs(actual[i]! - expected[i]!) <= (k + 2) * 2 ** -24 * sizes[i]!)) {
      expect([a.shape, b.shape, i, actual[i]]).toEqual([a.shape, b.shape, i, expected[i]]);
    }
  }
}

function absolute(x: View): View {
  return viewOf(plain.unary('abs', x), x.shape);
}

/** Matrices of a size, as they are and transposed. */
function matrices(rows: number, columns: number, seed: number): View[] {
  const values = Float32Array.from(uniform(rows * columns, -1, 1, seed));
  return [view(values, [rows, columns]), view(values, [rows, columns], { strides: [1, rows] })];
}

describe.each(wasmBackends)('matmul (%s)', (kind, backend) => {
  test('every small size, as it is and transposed', () => {
    const next = numbers(7);
    for (let m = 0; m <= 18; m++) {
      for (let n = 0; n <= 18; n++) {
        const k = [0, 1, 2, 3, 4, 5, 7, 8, 11, 16, 17][Math.floor(next() * 11)]!;
        for (const a of matrices(m, k, 1)) for (const b of matrices(k, n, 2)) compare(backend, a, b);
      }
    }
  });

  test.each([
    [10, 60, 180],
    [180, 10, 60],
    [20, 2, 100],
    [20, 100, 1],
    [1, 60, 180],
    [100, 20, 2],
    [500, 2, 128],
    [64, 64, 64],
    [33, 300, 17],
    [241, 257, 70],
    [485, 513, 9],
    [7, 600, 1031],
    [13, 40, 2050],
    [300, 70, 400],
  ])('%i x %i x %i, as it is and transposed', (m, k, n) => {
    for (const a of matrices(m, k, 3)) for (const b of matrices(k, n, 4)) compare(backend, a, b);
  });

  test.each([
    [3, 4, 5],
    [40, 33, 35],
    [1, 7, 40],
    [40, 1, 7],
  ])('%i x %i x %i in any layouts', (m, k, n) => {
    const right = layouts([k, n], 'float32', 2);
    for (const a of layouts([m, k])) for (const b of right) compare(backend, a, b);
  });

  test('batches, with leading dimensions in any layout', () => {
    const right = layouts([2, 3, 4, 5], 'float32', 2);
    for (const a of layouts([2, 3, 6, 4])) for (const b of right) compare(backend, a, b);
    const one = view(uniform(20), [2, 3, 4, 5], { strides: [0, 0, 5, 1] });
    for (const a of layouts([2, 3, 6, 4])) compare(backend, a, one);
    compare(backend, view([], [0, 2, 3]), view([], [0, 3, 4]));
    compare(backend, view([], [2, 2, 0]), view([], [2, 0, 4]));
  });

  test('matrices of which only blocks are in WebAssembly memory at once', async () => {
    const small = new WasmBackend(kind, await loadEngines(kind, { limit: 1000 }));
    for (const [m, k, n] of [
      [100, 3, 90],
      [2, 1500, 3],
      [1200, 1, 1],
      [70, 80, 90],
      [1, 1, 2500],
    ] as const) {
      for (const a of matrices(m, k, 3)) for (const b of matrices(k, n, 4)) compare(small, a, b);
    }
  });

  test('NaN and infinity go through, also where the other factor is 0', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const a = new Float32Array(10 * 60);
      const b = new Float32Array(60 * 20).fill(0);
      b[17 * 20 + 3] = bad;
      const expected = Array.from({ length: 200 }, (_, i) => (i % 20 === 3 ? Number.NaN : 0));
      expect(list(backend.matmul(view(a, [10, 60]), view(b, [60, 20])))).toEqual(expected);
      expect(
        list(backend.matmul(view(b, [20, 60], { strides: [1, 20] }), view(a, [60, 10]))).filter(Number.isNaN).length,
      ).toBe(10);
    }
  });

  test('what an earlier operation left behind does not show', () => {
    const nothing = new Float32Array(200 * 200).fill(Number.NaN);
    for (const [m, k, n] of [
      [5, 3, 7],
      [3, 6, 9],
      [20, 5, 1],
      [2, 2, 2],
      [33, 130, 131],
    ] as const) {
      backend.matmul(view(nothing, [200, 200]), view(nothing, [200, 200]));
      for (const a of matrices(m, k, 3)) {
        for (const b of matrices(k, n, 4)) {
          expect(list(backend.matmul(a, b)).every(Number.isFinite)).toBe(true);
        }
      }
    }
  });

  test('other dtypes take the plain kernels', () => {
    for (const dtype of ['float64', 'int32', 'bool'] as const) {
      const a = view([1, 0, 1, 1], [2, 2], { dtype });
      const result = backend.matmul(a, a);
      expect(result.dtype).toBe(dtype);
      expect(list(result)).toEqual(list(plain.matmul(a, a)));
    }
  });

  test('the result is of its own', () => {
    const a = view(uniform(6), [2, 3]);
    const first = backend.matmul(a, view(uniform(6, -1, 1, 2), [3, 2]));
    const before = list(first);
    backend.matmul(a, view(uniform(6, 5, 6, 3), [3, 2]));
    expect(list(first)).toEqual(before);
    expect(elements(a)).toEqual(uniform(6).map(Math.fround));
  });
});

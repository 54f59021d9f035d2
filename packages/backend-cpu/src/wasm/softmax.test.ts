import { describe, expect, test } from 'vitest';
import { wasmBackends } from '../testing/backends.js';
import { expectClose, expectWithin } from '../testing/compare.js';
import { layouts, list, plain, uniform, view } from '../testing/views.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

/**
 * Equal but for rounding `x - max` to float32: with differences up to 40 that moves the result by 40 * 2 ** -24 of it, and
 * its logarithm by as much.
 */
describe.each(wasmBackends)('softmax and logSoftmax (%s)', (_, backend) => {
  test.each([
    [1, 1],
    [40, 1],
    [20, 2],
    [20, 3],
    [30, 4],
    [13, 5],
    [64, 10],
    [3, 33],
    [2, 1000],
    [1700, 10],
    [2, 16384],
    [2, 40001],
  ])('%i rows of %i', (rows, columns) => {
    const x = view(uniform(rows * columns + 1, -15, 15), [rows, columns], { offset: 1 });
    expectClose(list(backend.fused.softmax(x)), list(plain.fused.softmax(x)), 3e-6, 1e-44);
    expectClose(list(backend.fused.logSoftmax(x)), list(plain.fused.logSoftmax(x)), 3e-6, 1e-44);
  });

  test('in any layout', () => {
    for (const x of layouts([9, 11])) {
      expectClose(list(backend.fused.softmax(x)), list(plain.fused.softmax(x)), 3e-6, 1e-44);
    }
  });

  test('do not overflow', () => {
    const x = [...new Array<number>(50).fill(1e38), ...new Array<number>(50).fill(-1e38)];
    const half = list(backend.fused.softmax(view(x, [1, 100])));
    expectWithin(half, [...new Array<number>(50).fill(0.02), ...new Array<number>(50).fill(0)].map(Math.fround), 1);
    expect(list(backend.fused.logSoftmax(view(x, [1, 100]))).every((v) => v < 0)).toBe(true);
  });

  test.each([10, 70, 20000])('pass NaN and infinity as the plain kernels do, in rows of %i', (length) => {
    for (const [at, bad] of [
      [0, nan],
      [length - 1, nan],
      [length >> 1, inf],
      [length - 1, -inf],
    ] as const) {
      const values = uniform(2 * length);
      values[at] = bad;
      const x = view(values, [2, length]);
      expectClose(list(backend.fused.softmax(x)), list(plain.fused.softmax(x)), 3e-6, 1e-44);
      expectClose(list(backend.fused.logSoftmax(x)), list(plain.fused.logSoftmax(x)), 3e-6, 1e-44);
    }
    const none = view(new Float32Array(length).fill(-inf), [1, length]);
    expect(list(backend.fused.softmax(none)).every(Number.isNaN)).toBe(true);
    expect(list(backend.fused.logSoftmax(none)).every(Number.isNaN)).toBe(true);
  });

  test('of nothing, and of other dtypes', () => {
    expect(list(backend.fused.softmax(view([], [3, 0])))).toEqual([]);
    expect(list(backend.fused.logSoftmax(view([], [0, 3])))).toEqual([]);
    const x = view(uniform(100), [10, 10], { dtype: 'float64' });
    expect(list(backend.fused.softmax(x))).toEqual(list(plain.fused.softmax(x)));
  });
});

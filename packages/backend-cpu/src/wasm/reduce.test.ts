import { describe, expect, test } from 'vitest';
import { wasmBackends } from '../testing/backends.js';
import { expectWithin } from '../testing/compare.js';
import { layouts, list, plain, uniform, view } from '../testing/views.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

describe.each(wasmBackends)('sum (%s)', (_, backend) => {
  // Both add in double, in another order: rounded to float32 they may differ in the last place.
  test('of all elements, for any number of them', () => {
    for (const size of [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100, 1000, 16384, 16385, 50001]) {
      const x = view(uniform(size + 1, 0, 1), [size], { offset: 1 });
      expectWithin(list(backend.reduce('sum', x, 0)), list(plain.reduce('sum', x, 0)), 1);
    }
  });

  test.each([
    [1, 1],
    [3, 5],
    [5, 3],
    [20, 100],
    [100, 20],
    [7, 64],
    [300, 70],
    [2, 20000],
    [20000, 2],
    [1, 4000],
    [3, 5000],
  ])('of rows and columns of %i x %i', (rows, columns) => {
    const values = uniform(rows * columns + 1, 0, 1);
    const x = view(values, [rows, columns], { offset: 1 });
    const turned = view(values, [columns, rows], { strides: [1, columns], offset: 1 });
    for (const keep of [0, 1, 2]) {
      for (const y of [x, turned]) {
        expectWithin(list(backend.reduce('sum', y, keep)), list(plain.reduce('sum', y, keep)), 1);
      }
    }
  });

  test('over any dimensions in any layout', () => {
    for (const shape of [
      [6, 7],
      [4, 5, 6],
      [5, 1, 16],
      [1, 33],
      [40, 0, 3],
    ]) {
      for (const x of layouts(shape)) {
        for (let keep = 0; keep <= shape.length; keep++) {
          const expected = list(plain.reduce('sum', x, keep));
          list(backend.reduce('sum', x, keep)).forEach((v, i) => {
            expect(Math.abs(v - expected[i]!)).toBeLessThanOrEqual(2 ** -24 * Math.abs(expected[i]!) + 1e-12);
          });
        }
      }
    }
  });

  test('keeps the digits of a long sum, and what cancels', () => {
    const x = Float32Array.from(uniform(3e5, 0, 1));
    const exact = x.reduce((a, b) => a + b, 0);
    expect(list(backend.reduce('sum', view(x, [3e5]), 0))).toEqual([Math.fround(exact)]);
    const small = new Float32Array(1000).fill(1);
    small[0] = 1e12;
    small[999] = -1e12;
    expect(list(backend.reduce('sum', view(small, [1000]), 0))).toEqual([998]);
  });

  test('passes NaN and infinity, and does not read what lies behind', () => {
    const room = [...uniform(100), ...new Array<number>(100).fill(nan)];
    for (let size = 50; size < 100; size++) {
      expect(list(backend.reduce('sum', view(room, [size]), 0)).every(Number.isFinite)).toBe(true);
    }
    const x = uniform(100);
    x[63] = inf;
    expect(list(backend.reduce('sum', view(x, [100]), 0))).toEqual([inf]);
    x[98] = -inf;
    expect(list(backend.reduce('sum', view(x, [100]), 0))).toEqual([nan]);
  });

  test('other reductions and dtypes take the plain kernels', () => {
    const x = uniform(100, -5, 5);
    for (const op of ['prod', 'max', 'min'] as const) {
      expect(list(backend.reduce(op, view(x, [100]), 0))).toEqual(list(plain.reduce(op, view(x, [100]), 0)));
    }
    for (const dtype of ['float64', 'int32'] as const) {
      const y = view(x, [100], { dtype });
      expect(list(backend.reduce('sum', y, 0))).toEqual(list(plain.reduce('sum', y, 0)));
    }
  });
});

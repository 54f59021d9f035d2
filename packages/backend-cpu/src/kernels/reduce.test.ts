import type { ReduceOp } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { elements, layouts, list, plain, uniform, view } from '../testing/views.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

const definitions: Record<ReduceOp, (x: number[]) => number> = {
  sum: (x) => x.reduce((a, b) => a + b, 0),
  prod: (x) => x.reduce((a, b) => a * b, 1),
  max: (x) => Math.max(...x),
  min: (x) => Math.min(...x),
};

function groups(x: number[], count: number): number[][] {
  const n = x.length / count;
  return Array.from({ length: count }, (_, g) => x.slice(g * n, (g + 1) * n));
}

describe('reduce', () => {
  test.each(Object.entries(definitions))('%s in any layout, over any dimensions', (op, define) => {
    for (const shape of [[], [1], [6], [3, 4], [2, 3, 2], [2, 1, 3, 2]]) {
      for (const dtype of ['float32', 'float64', 'int32'] as const) {
        for (const x of layouts(shape, dtype)) {
          for (let keep = 0; keep <= shape.length; keep++) {
            const count = shape.slice(0, keep).reduce((a, b) => a * b, 1);
            // What int32 does not hold is refused, as below.
            if (dtype === 'int32' && groups(elements(x), count).some((group) => define(group) !== (define(group) | 0)))
              continue;
            const result = plain.reduce(op as ReduceOp, x, keep);
            expect(result.dtype).toBe(dtype);
            const actual = list(result);
            groups(elements(x), count).forEach((group, i) => {
              const expected = define(group);
              if (dtype === 'int32') expect(actual[i]).toBe(expected | 0);
              else expect(Math.abs(actual[i]! - expected)).toBeLessThanOrEqual(1e-7 * Math.abs(expected) + 1e-12);
            });
          }
        }
      }
    }
  });

  test('sum and prod of nothing', () => {
    expect(list(plain.reduce('sum', view([], [0]), 0))).toEqual([0]);
    expect(list(plain.reduce('prod', view([], [2, 0]), 1))).toEqual([1, 1]);
    expect(list(plain.reduce('sum', view([], [0, 3]), 1))).toEqual([]);
    expect(list(plain.reduce('sum', view([], [0, 3], { strides: [3, 1] }), 0))).toEqual([0]);
  });

  test('max and min pass NaN, sum passes infinities', () => {
    const x = view([1, nan, 3], [3]);
    expect(list(plain.reduce('max', x, 0))).toEqual([nan]);
    expect(list(plain.reduce('min', x, 0))).toEqual([nan]);
    expect(list(plain.reduce('sum', view([1, inf, 3], [3]), 0))).toEqual([inf]);
    expect(list(plain.reduce('sum', view([inf, -inf], [2]), 0))).toEqual([nan]);
    expect(list(plain.reduce('max', view([-inf, -inf], [2]), 0))).toEqual([-inf]);
  });

  test('int32 does not wrap, bool is any and all', () => {
    const x = view([2 ** 31 - 1, 2, 3, -5], [4], { dtype: 'int32' });
    expect(list(plain.reduce('sum', x, 0))).toEqual([2 ** 31 - 1]);
    expect(() => plain.reduce('prod', x, 0)).toThrow('prod: -64424509410 is beyond int32; convert first');
    const two = view([2 ** 31 - 1, 1, 2, 3], [2, 2], { dtype: 'int32' });
    expect(() => plain.reduce('sum', two, 1)).toThrow('sum: 2147483648 is beyond int32');
    expect(list(plain.reduce('prod', view([-(2 ** 31), 1], [2], { dtype: 'int32' }), 0))).toEqual([-(2 ** 31)]);
    const b = view([0, 1, 1, 1, 0, 0], [3, 2], { dtype: 'bool' });
    expect(list(plain.reduce('max', b, 1))).toEqual([1, 1, 0]);
    expect(list(plain.reduce('min', b, 1))).toEqual([0, 1, 0]);
    expect(list(plain.reduce('sum', b, 1))).toEqual([1, 1, 0]);
    expect(list(plain.reduce('prod', b, 1))).toEqual([0, 1, 0]);
  });

  test('a long float64 sum is pairwise', () => {
    const x = new Float64Array(1e6).fill(0.1);
    expect(list(plain.reduce('sum', view(x, [1e6], { dtype: 'float64' }), 0))[0]).toBeCloseTo(1e5, 9);
    let oneByOne = 0;
    for (const v of x) oneByOne += v;
    expect(Math.abs(oneByOne - 1e5)).toBeGreaterThan(1e-7);
  });

  test('a long float32 sum is exact to its last digit', () => {
    const x = Float32Array.from(uniform(1e5, 0, 1));
    const exact = x.reduce((a, b) => a + b, 0);
    expect(list(plain.reduce('sum', view(x, [1e5]), 0))).toEqual([Math.fround(exact)]);
  });
});

describe('argReduce', () => {
  test('positions in any layout', () => {
    for (const shape of [[], [6], [3, 4], [2, 3, 2]]) {
      for (const x of layouts(shape)) {
        for (let keep = 0; keep <= shape.length; keep++) {
          const count = shape.slice(0, keep).reduce((a, b) => a * b, 1);
          const rows = groups(elements(x), count);
          const result = plain.argReduce('max', x, keep);
          expect(result.dtype).toBe('int32');
          expect(list(result)).toEqual(rows.map((row) => row.indexOf(Math.max(...row))));
          expect(list(plain.argReduce('min', x, keep))).toEqual(rows.map((row) => row.indexOf(Math.min(...row))));
        }
      }
    }
  });

  test('the first of equals, and the first NaN', () => {
    expect(list(plain.argReduce('max', view([1, 3, 3], [3]), 0))).toEqual([1]);
    expect(list(plain.argReduce('min', view([2, 1, 1], [3]), 0))).toEqual([1]);
    expect(list(plain.argReduce('max', view([1, nan, 2, nan], [4]), 0))).toEqual([1]);
    expect(list(plain.argReduce('min', view([1, nan, -2, nan], [4]), 0))).toEqual([1]);
    expect(list(plain.argReduce('max', view([-inf, -inf], [2]), 0))).toEqual([0]);
  });
});

import { describe, expect, test } from 'vitest';
import { elements, layouts, list, plain, uniform, view } from '../testing/views.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

function rows(x: number[], length: number): number[][] {
  return Array.from({ length: x.length / length }, (_, i) => x.slice(i * length, (i + 1) * length));
}

describe('cumsum', () => {
  test('running sums of rows in any layout', () => {
    for (const shape of [[5], [3, 4], [2, 3, 2]]) {
      for (const x of layouts(shape)) {
        const expected = rows(elements(x), shape.at(-1)!).flatMap((row) => {
          let sum = 0;
          return row.map((v) => {
            sum += v;
            return Math.fround(sum);
          });
        });
        expect(list(plain.cumsum(x))).toEqual(expected);
      }
    }
  });

  test('int32 does not wrap, infinities stay, nothing gives nothing', () => {
    const x = view([2 ** 31 - 1, 1, -1], [3], { dtype: 'int32' });
    expect(() => plain.cumsum(x)).toThrow('cumsum: 2147483648 is beyond int32; convert first');
    expect(list(plain.cumsum(view([1, inf, -inf], [3])))).toEqual([1, inf, nan]);
    expect(list(plain.cumsum(view([], [2, 0])))).toEqual([]);
    expect(list(plain.cumsum(view([4], [])))).toEqual([4]);
  });
});

describe('sort', () => {
  test('rows in any layout', () => {
    for (const shape of [[7], [3, 4], [2, 3, 2]]) {
      for (const x of layouts(shape)) {
        const length = shape.at(-1)!;
        for (const descending of [false, true]) {
          const { values, indices } = plain.sort(x, descending);
          const expected = rows(elements(x), length).map((row) => {
            const order = row.map((_, i) => i).sort((i, j) => (descending ? row[j]! - row[i]! : row[i]! - row[j]!));
            return { order, sorted: order.map((i) => row[i]!) };
          });
          expect(list(values)).toEqual(expected.flatMap((row) => row.sorted));
          expect(list(indices)).toEqual(expected.flatMap((row) => row.order));
        }
      }
    }
  });

  test('is stable, and takes NaN for the largest', () => {
    const x = view([3, nan, 1, -0, 0, inf, nan], [7]);
    expect(list(plain.sort(x, false).values)).toEqual([-0, 0, 1, 3, inf, nan, nan]);
    expect(list(plain.sort(x, false).indices)).toEqual([3, 4, 2, 0, 5, 1, 6]);
    expect(list(plain.sort(x, true).indices)).toEqual([1, 6, 5, 0, 2, 3, 4]);
    const many = view(uniform(3000, 0, 5).map(Math.floor), [3000], { dtype: 'int32' });
    const { values, indices } = plain.sort(many, true);
    const [v, i] = [list(values), list(indices)];
    for (let at = 1; at < 3000; at++) expect(v[at]! < v[at - 1]! || i[at]! > i[at - 1]!).toBe(true);
  });

  test('sorts bool, and a scalar', () => {
    expect(list(plain.sort(view([1, 0, 1], [3], { dtype: 'bool' }), false).indices)).toEqual([1, 0, 2]);
    expect(list(plain.sort(view([5], []), false).values)).toEqual([5]);
  });
});

describe('softmax and logSoftmax', () => {
  test('rows in any layout', () => {
    for (const shape of [[5], [3, 4], [2, 3, 2], [4, 1]]) {
      for (const x of layouts(shape, 'float64')) {
        const sums = rows(elements(x), shape.at(-1)!).map((row) => row.map(Math.exp).reduce((a, b) => a + b, 0));
        const soft = elements(x).map((v, i) => Math.exp(v) / sums[Math.floor(i / shape.at(-1)!)]!);
        list(plain.fused.softmax(x)).forEach((v, i) => {
          expect(v).toBeCloseTo(soft[i]!, 12);
        });
        list(plain.fused.logSoftmax(x)).forEach((v, i) => {
          expect(v).toBeCloseTo(Math.log(soft[i]!), 12);
        });
      }
    }
  });

  test('do not overflow, and follow PyTorch at infinity', () => {
    expect(list(plain.fused.softmax(view([1000, 1000], [2])))).toEqual([0.5, 0.5]);
    expect(list(plain.fused.logSoftmax(view([1e4, 0], [2])))).toEqual([0, -1e4]);
    expect(list(plain.fused.softmax(view([-inf, -inf], [2])))).toEqual([nan, nan]);
    expect(list(plain.fused.softmax(view([inf, 1], [2])))).toEqual([nan, 0].map(() => nan));
    expect(list(plain.fused.logSoftmax(view([-inf, 0], [2])))).toEqual([-inf, 0]);
    expect(list(plain.fused.softmax(view([], [2, 0])))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { elements, layouts, list, plain, uniform, view } from '../testing/views.js';

function product(a: number[], b: number[], m: number, k: number, n: number): number[] {
  return Array.from({ length: m * n }, (_, at) => {
    let sum = 0;
    for (let p = 0; p < k; p++) sum += a[Math.floor(at / n) * k + p]! * b[p * n + (at % n)]!;
    return sum;
  });
}

describe('matmul', () => {
  test.each([
    [2, 3, 4],
    [1, 5, 1],
    [3, 1, 2],
    [2, 0, 3],
    [0, 2, 3],
    [4, 4, 4],
  ])('%i x %i x %i in any layouts', (m, k, n) => {
    const right = layouts([k, n], 'float32', 2);
    for (const a of layouts([m, k])) {
      for (const b of right) {
        const expected = product(elements(a), elements(b), m, k, n).map(Math.fround);
        expect(list(plain.matmul(a, b))).toEqual(expected);
      }
    }
  });

  test('batches, with leading dimensions in any layout', () => {
    const [m, k, n] = [2, 3, 2];
    const right = layouts([2, 2, k, n], 'float64', 2);
    layouts([2, 2, m, k], 'float64').forEach((a, i) => {
      const b = right[(i + 1) % right.length]!;
      const [x, y] = [elements(a), elements(b)];
      const expected = [0, 1, 2, 3].flatMap((g) =>
        product(x.slice(g * m * k, (g + 1) * m * k), y.slice(g * k * n, (g + 1) * k * n), m, k, n),
      );
      expect(list(plain.matmul(a, b))).toEqual(expected);
    });
    expect(list(plain.matmul(view([], [0, 2, 3]), view([], [0, 3, 2])))).toEqual([]);
  });

  test('NaN and infinity go through zeros', () => {
    const a = view([0, 1], [1, 2]);
    expect(list(plain.matmul(a, view([Number.NaN, 1], [2, 1])))).toEqual([Number.NaN]);
    expect(list(plain.matmul(a, view([Number.POSITIVE_INFINITY, 1], [2, 1])))).toEqual([Number.NaN]);
  });

  test('int32 wraps, bool is any', () => {
    const a = view([2 ** 31 - 1, 2], [1, 2], { dtype: 'int32' });
    expect(list(plain.matmul(a, view([2 ** 31 - 1, 5], [2, 1], { dtype: 'int32' })))).toEqual([11]);
    const b = view([1, 0, 1, 1], [2, 2], { dtype: 'bool' });
    expect(list(plain.matmul(b, b))).toEqual([1, 0, 1, 1]);
  });
});

describe('linear', () => {
  test('is the product, bias and activation, in any layouts', () => {
    const [n, i, o] = [3, 4, 2];
    for (const x of layouts([n, i], 'float64')) {
      for (const w of layouts([o, i], 'float64', 2)) {
        const bias = layouts([o], 'float64', 3)[3]!;
        const weight = elements(w);
        const transposed = uniform(i * o).map((_, at) => weight[(at % o) * i + Math.floor(at / o)]!);
        const raw = product(elements(x), transposed, n, i, o);
        const biased = raw.map((v, at) => v + elements(bias)[at % o]!);
        expect(list(plain.fused.linear(x, w, null, 'identity'))).toEqual(raw);
        expect(list(plain.fused.linear(x, w, bias, 'identity'))).toEqual(biased);
        expect(list(plain.fused.linear(x, w, bias, 'relu'))).toEqual(biased.map((v) => Math.max(v, 0)));
        expect(list(plain.fused.linear(x, w, bias, 'tanh'))).toEqual(biased.map(Math.tanh));
        list(plain.fused.linear(x, w, bias, 'sigmoid')).forEach((v, at) => {
          expect(v).toBeCloseTo(1 / (1 + Math.exp(-biased[at]!)), 14);
        });
      }
    }
  });
});

test('activationBackward multiplies with the derivative in terms of the result, in any layouts', () => {
  for (const g of layouts([3, 4], 'float64')) {
    for (const y of layouts([3, 4], 'float64', 2)) {
      const [a, b] = [elements(g), elements(y)];
      expect(list(plain.fused.activationBackward('relu', g, y))).toEqual(a.map((v, i) => (b[i]! <= 0 ? 0 : v)));
      expect(list(plain.fused.activationBackward('sigmoid', g, y))).toEqual(a.map((v, i) => v * b[i]! * (1 - b[i]!)));
      expect(list(plain.fused.activationBackward('tanh', g, y))).toEqual(a.map((v, i) => v * (1 - b[i]! * b[i]!)));
    }
  }
});

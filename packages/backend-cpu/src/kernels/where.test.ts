import type { DType } from '@kindling/tensor-core/backend';
import { expect, test } from 'vitest';
import { elements, layouts, list, plain, view } from '../testing/views.js';

test.each<DType>(['float32', 'float64', 'int32', 'bool'])('chooses between %s in any layout', (dtype) => {
  for (const shape of [[], [5], [3, 4], [2, 3, 2], [0]]) {
    for (const condition of layouts(shape, 'bool', 3)) {
      const test = elements(condition);
      const others = layouts(shape, dtype, 2);
      layouts(shape, dtype, 1).forEach((a, i) => {
        const b = others[(i + 3) % others.length]!;
        const [x, y] = [elements(a), elements(b)];
        expect(list(plain.where(condition, a, b, dtype))).toEqual(test.map((c, j) => (c ? x[j] : y[j])));
        const one = dtype === 'bool' ? 1 : 4;
        expect(list(plain.where(condition, a, 4, dtype))).toEqual(test.map((c, j) => (c ? x[j] : one)));
        expect(list(plain.where(condition, 4, b, dtype))).toEqual(test.map((c, j) => (c ? one : y[j])));
      });
      expect(list(plain.where(condition, 1, 0, dtype))).toEqual(test);
    }
  }
});

test('the result has the dtype that was asked for', () => {
  expect(plain.where(view([1], [1], { dtype: 'bool' }), 0.1, 1, 'float64').dtype).toBe('float64');
});

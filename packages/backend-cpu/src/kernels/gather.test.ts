import { expect, test } from 'vitest';
import { elements, indices, layouts, list, plain, view } from '../testing/views.js';

const cases = [
  { shape: [6], dim: 0, picked: [4] },
  { shape: [3, 4], dim: 0, picked: [5, 4] },
  { shape: [3, 4], dim: 1, picked: [3, 6] },
  { shape: [3, 4], dim: 1, picked: [2, 3] },
  { shape: [2, 3, 4], dim: 1, picked: [2, 5, 3] },
  { shape: [2, 3, 4], dim: 2, picked: [2, 3, 0] },
];

function flat(index: readonly number[], shape: readonly number[]): number {
  return index.reduce((at, i, d) => at * shape[d]! + i, 0);
}

test.each(cases)('gather and scatterAdd of $shape along $dim with $picked', ({ shape, dim, picked }) => {
  const size = shape[dim]!;
  const raw = layouts(picked, 'int32', 5).map((v) => {
    const values = list(v.buffer).map((x) => ((x % size) + size) % size);
    return view(values, picked, { dtype: 'int32', strides: v.strides, offset: v.offset });
  });
  for (const index of raw) {
    const at = elements(index);
    const target = (n: number, i: readonly number[]) =>
      flat(
        i.map((x, d) => (d === dim ? at[n]! : x)),
        shape,
      );
    for (const x of layouts(shape, 'float64')) {
      const values = elements(x);
      expect(list(plain.gather(x, dim, index))).toEqual(indices(picked).map((i, n) => values[target(n, i)]!));
      for (const source of layouts(picked, 'float64', 7)) {
        const expected = [...values];
        const added = elements(source);
        indices(picked).forEach((i, n) => {
          expected[target(n, i)]! += added[n]!;
        });
        expect(list(plain.scatterAdd(x, dim, index, source))).toEqual(expected);
      }
    }
  }
});

test('scatterAdd leaves its operand as it was', () => {
  const x = view([1, 2], [2]);
  plain.scatterAdd(x, 0, view([0], [1], { dtype: 'int32' }), view([5], [1]));
  expect(elements(x)).toEqual([1, 2]);
});

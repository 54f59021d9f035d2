import { expect, test } from 'vitest';
import { sort } from '../../kernels/sort.js';
import { backends } from '../../testing/backends.js';
import { everyFloat } from '../../testing/ulps.js';
import { list, uniform, view } from '../../testing/views.js';
import { sortByDigits } from './sort.js';

const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1, 1];

test.each([
  [1, 64],
  [3, 1000],
  [2, 9001],
])('%i rows of %i, equal ones in their order', (rows, columns) => {
  const floats = uniform(rows * columns, -9, 9).map((x, i) => (i % 11 === 3 ? odd[i % odd.length]! : x));
  const ints = uniform(rows * columns, -200, 200).map(Math.trunc);
  for (const x of [
    view(floats, [rows, columns]),
    view(floats, [rows, columns], { strides: [1, rows] }),
    view(ints, [rows, columns], { dtype: 'int32' }),
  ]) {
    for (const descending of [false, true]) {
      const expected = sort(x, descending);
      const made = sortByDigits(x, descending)!;
      expect([...made.indices]).toEqual([...expected.indices]);
      expect([...made.values]).toEqual([...expected.values]);
    }
  }
});

test('every kind of float', () => {
  const x = everyFloat(9000);
  const made = sortByDigits(view(x, [9000]), false)!;
  const expected = [...x].sort((a, b) => (Number.isNaN(a) ? 1 : 0) - (Number.isNaN(b) ? 1 : 0) || a - b);
  expect([...made.values].map(Number.isNaN)).toEqual(expected.map(Number.isNaN));
  expect([...made.values].filter((v) => !Number.isNaN(v))).toEqual(expected.filter((v) => !Number.isNaN(v)));
});

test.each(backends)('short rows and other dtypes, with %s', (_, backend) => {
  for (const x of [view([3, 1, 2], [3]), view(uniform(100), [100], { dtype: 'float64' })]) {
    expect(sortByDigits(x, false)).toBeNull();
    expect(list(backend.sort(x, false).values)).toEqual([...list(x.buffer)].sort((a, b) => a - b));
  }
});

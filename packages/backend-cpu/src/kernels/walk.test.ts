import { expect, test } from 'vitest';
import { indices, layouts } from '../testing/views.js';
import { singleStride, Walk } from './walk.js';

function positions(walk: Walk, array: number): number[] {
  const found: number[] = [];
  for (let r = 0; r < walk.rows; r++, walk.next()) {
    for (let i = 0; i < walk.length; i++) found.push(walk.at[array]! + i * walk.steps[array]!);
  }
  return found;
}

test.each([[[]], [[1]], [[5]], [[2, 3]], [[3, 1, 4]], [[2, 3, 4, 2]], [[1, 1]]])(
  'visits %j in row-major order',
  (shape) => {
    const views = layouts(shape);
    for (const a of views) {
      for (const b of views) {
        const make = () => new Walk(shape, [a.strides, b.strides], [a.offset, b.offset]);
        const expected = (v: typeof a) =>
          indices(shape).map((index) => index.reduce((at, i, d) => at + i * v.strides[d]!, v.offset));
        expect(positions(make(), 0)).toEqual(expected(a));
        expect(positions(make(), 1)).toEqual(expected(b));
      }
    }
  },
);

test('dense arrays are one row', () => {
  const walk = new Walk([2, 3, 4], [[12, 4, 1]], [0]);
  expect([walk.rows, walk.length]).toEqual([1, 24]);
});

test('an empty shape has no rows', () => {
  expect(new Walk([2, 0, 3], [[0, 3, 1]], [0]).rows).toBe(0);
});

test('singleStride finds the stride that walks the last dimensions', () => {
  expect(singleStride([2, 3, 4], [12, 4, 1], 1)).toBe(1);
  expect(singleStride([2, 3, 4], [12, 4, 1], 3)).toBe(0);
  expect(singleStride([5, 3], [1, 5], 1)).toBe(5);
  expect(singleStride([5, 3], [1, 5], 0)).toBe(null);
  expect(singleStride([3, 1, 4], [-4, 9, -1], 0)).toBe(-1);
  expect(singleStride([3, 4], [0, 0], 0)).toBe(0);
});

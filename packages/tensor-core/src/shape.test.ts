import { describe, expect, test } from 'vitest';
import { broadcastShapes } from './index.js';
import { expandStrides, formatShape, isRowMajor, reshapeStrides, rowMajorStrides, sameShape, sizeOf } from './shape.js';

describe('shapes', () => {
  test('sizes and strides', () => {
    expect([sizeOf([]), sizeOf([2, 3]), sizeOf([2, 0])]).toEqual([1, 6, 0]);
    expect([rowMajorStrides([]), rowMajorStrides([2, 3, 4])]).toEqual([[], [12, 4, 1]]);
    expect([formatShape([]), formatShape([2, 3])]).toEqual(['[]', '[2, 3]']);
    expect([sameShape([2], [2]), sameShape([2], [2, 1]), sameShape([2, 3], [2, 4])]).toEqual([true, false, false]);
  });

  test('row-major order does not care for the strides of single elements, or of none', () => {
    expect(isRowMajor([2, 1, 3], [3, 99, 1])).toBe(true);
    expect(isRowMajor([], [])).toBe(true);
    expect(isRowMajor([0, 3], [7, 5])).toBe(true);
    expect(isRowMajor([2, 3], [1, 2])).toBe(false);
    expect(isRowMajor([2, 3], [4, 1])).toBe(false);
    expect(isRowMajor([2], [-1])).toBe(false);
    expect(isRowMajor([0, 3], [7, 7])).toBe(true);
    expect(isRowMajor([], [])).toBe(true);
  });

  test('expanding repeats with strides of 0', () => {
    expect(expandStrides([3, 1], [1, 1], [2, 3, 4])).toEqual([0, 1, 0]);
    expect(expandStrides([1, 3], [5, 1], [1, 3])).toEqual([5, 1]);
  });

  test.each([
    [[2, 3], [3, 1], [6], [1]],
    [
      [2, 3],
      [3, 1],
      [3, 2],
      [2, 1],
    ],
    [[2, 3], [1, 2], [6], null],
    [
      [2, 3],
      [1, 2],
      [2, 3, 1],
      [1, 2, 2],
    ],
    [
      [4, 6],
      [6, 1],
      [2, 2, 3, 2],
      [12, 6, 2, 1],
    ],
    [[4, 6], [12, 2], [24], [2]],
    [[4, 6], [13, 2], [24], null],
    [
      [4, 6],
      [13, 2],
      [2, 2, 6],
      [26, 13, 2],
    ],
    [[3, 4], [0, 1], [12], null],
    [[3, 4], [0, 0], [12], [0]],
    [[6], [-1], [2, 3], [-3, -1]],
    [[1, 1], [7, 9], [], []],
  ] as const)('a view of %j with strides %j read as %j has strides %j', (shape, strides, to, expected) => {
    expect(reshapeStrides(shape, strides, to)).toEqual(expected);
  });

  test('broadcasting names the dimension that does not fit', () => {
    expect(broadcastShapes('add', [3, 1], [2, 1, 4])).toEqual([2, 3, 4]);
    expect(broadcastShapes('add', [0], [1])).toEqual([0]);
    expect(() => broadcastShapes('add', [2, 3], [4, 3])).toThrow(
      'add: shapes do not broadcast: [2, 3] and [4, 3] (2 != 4 in dimension -2)',
    );
    expect(() => broadcastShapes('add', [0], [2])).toThrow('(0 != 2 in dimension -1)');
  });
});

import { expect, test } from 'vitest';
import { corners, freeCorner, meets } from './placement.js';

const box = { x: 10, y: 10, width: 10, height: 10 };

test('a line meets a box it enters, crosses or touches', () => {
  expect(
    meets(
      [
        [0, 0],
        [15, 15],
      ],
      box,
    ),
  ).toBe(true);
  expect(
    meets(
      [
        [0, 15],
        [30, 15],
      ],
      box,
    ),
  ).toBe(true);
  expect(
    meets(
      [
        [12, 12],
        [13, 13],
      ],
      box,
    ),
  ).toBe(true);
  expect(
    meets(
      [
        [0, 10],
        [30, 10],
      ],
      box,
    ),
  ).toBe(true);
  expect(meets([[15, 15]], box)).toBe(true);
});

test('and not one it passes', () => {
  expect(
    meets(
      [
        [0, 0],
        [9, 30],
      ],
      box,
    ),
  ).toBe(false);
  expect(
    meets(
      [
        [0, 25],
        [30, 25],
      ],
      box,
    ),
  ).toBe(false);
  expect(
    meets(
      [
        [0, 0],
        [5, 5],
      ],
      box,
    ),
  ).toBe(false);
  expect(
    meets(
      [
        [25, 0],
        [25, 30],
      ],
      box,
    ),
  ).toBe(false);
  expect(
    meets(
      [
        [Number.NaN, 0],
        [15, 15],
      ],
      box,
    ),
  ).toBe(false);
  expect(meets([], box)).toBe(false);
});

test('the first free corner is taken', () => {
  const area = { x: 0, y: 0, width: 100, height: 100 };
  const size = { width: 20, height: 20 };
  expect(freeCorner(area, size, ['topRight', 'topLeft'], [])).toBe('topRight');
  expect(
    freeCorner(
      area,
      size,
      ['topRight', 'topLeft'],
      [
        [
          [70, 0],
          [100, 30],
        ],
      ],
    ),
  ).toBe('topLeft');
  expect(
    freeCorner(
      area,
      size,
      ['topRight'],
      [
        [
          [70, 0],
          [100, 30],
        ],
      ],
    ),
  ).toBeUndefined();
  expect(corners.bottomLeft(area, size)).toEqual({ x: 8, y: 72, width: 20, height: 20 });
});

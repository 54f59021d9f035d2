import { expect, test } from 'vitest';
import { gridOver } from './grid.js';

test('a grid reaches beyond the samples by its padding', () => {
  const grid = gridOver(
    [
      [0, 10],
      [10, 20],
      [Number.NaN, 5],
    ],
    { columns: 3, rows: 5, padding: 0.1 },
  );
  expect(grid.x).toEqual([-1, 5, 11]);
  expect(grid.y[0]).toBe(9);
  expect(grid.y.at(-1)).toBe(21);
  expect(grid.shape).toEqual([15, 2]);
  expect([...grid.points.slice(0, 4)]).toEqual([-1, 9, 5, 9]);
});

test('by its step', () => {
  const grid = gridOver(
    [
      [0, 0],
      [1, 2],
    ],
    { step: 0.5, padding: 0 },
  );
  expect(grid.x).toEqual([0, 0.5, 1]);
  expect(grid.y).toEqual([0, 0.5, 1, 1.5, 2]);
});

test('a tensor of samples will do', () => {
  const tensor = { shape: [2, 2], dataSync: () => Float32Array.of(0, 0, 4, 2) };
  expect(gridOver(tensor, { columns: 2, rows: 2, padding: 0 }).x).toEqual([0, 4]);
  const wrong = { shape: [4], dataSync: () => Float32Array.of(0, 0, 4, 2) };
  expect(() => gridOver(wrong)).toThrow('gridOver: points has shape [4], expected [n, 2]');
});

test('what makes no grid is an error', () => {
  expect(() =>
    gridOver(
      [
        [0, 0],
        [1, 1],
      ],
      { columns: 1 },
    ),
  ).toThrow('gridOver: columns is 1, expected 2 or more');
  expect(() =>
    gridOver(
      [
        [0, 0],
        [1, 1],
      ],
      { step: 0 },
    ),
  ).toThrow('gridOver: step is 0, expected a distance above 0');
  expect(() =>
    gridOver(
      [
        [0, 0],
        [1, 1],
      ],
      { step: 5 },
    ),
  ).toThrow('(step too large)');
  expect(() =>
    gridOver(
      [
        [0, 0],
        [1, 1],
      ],
      { padding: -1 },
    ),
  ).toThrow('gridOver: padding is -1');
  expect(() =>
    gridOver(
      [
        [0, 0],
        [1, 1],
      ],
      { columns: 3000, rows: 3000 },
    ),
  ).toThrow('more than four million');
  expect(() => gridOver([[0, 0, 1]])).toThrow('gridOver: points[0] has 3 values, expected x and y');
});

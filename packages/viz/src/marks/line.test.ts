import { expect, test } from 'vitest';
import type { Point } from '../scene.js';
import { lineMarks, thinned } from './line.js';

test('NaN leaves a gap, and a point between two gaps is a dot', () => {
  const nan = Number.NaN;
  const marks = lineMarks(
    [
      [0, 0],
      [1, 1],
      [2, nan],
      [3, 3],
      [nan, 4],
      [5, 5],
      [6, 6],
    ],
    { stroke: '#000000' },
  );
  expect(marks.map(({ type }) => type)).toEqual(['polyline', 'points', 'polyline']);
  expect(lineMarks([], { stroke: '#000000' })).toEqual([]);
});

test('a hundred thousand points become at most four a pixel, the extremes among them', () => {
  const points = Array.from({ length: 100_000 }, (_, i): Point => [i / 200, Math.sin(i * 1.7) * 100]);
  const thin = thinned(points);
  expect(thin.length).toBeLessThanOrEqual(4 * 501);
  expect(thin[0]).toBe(points[0]);
  expect(thin.at(-1)).toBe(points.at(-1));
  const highest = (list: readonly Point[]): number => list.reduce((most, [, y]) => Math.max(most, y), 0);
  expect(highest(thin)).toBe(highest(points));
});

test('few points, and a line that turns back, stay as they are', () => {
  const few: Point[] = [
    [0, 0],
    [1, 1],
  ];
  expect(thinned(few)).toEqual(few);
  const back: Point[] = Array.from({ length: 100 }, (_, i) => [i % 2, i]);
  expect(thinned(back)).toHaveLength(100);
});

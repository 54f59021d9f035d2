import { expect, test } from 'vitest';
import type { Point } from '../scene.js';
import { levels, simplified } from './contour.js';

const unit = (u: number, v: number): Point => [u, v];
const field = (n: number, value: (x: number, y: number) => number) => ({
  columns: n,
  rows: n,
  values: Float64Array.from({ length: n * n }, (_, i) => value((i % n) / (n - 1), Math.floor(i / n) / (n - 1))),
});

test('the border of a plane field lies where the field has its value', () => {
  const [level] = levels(
    field(11, (x) => x - 0.33),
    [0],
    unit,
  );
  const points = level!.lines.flat();
  expect(points.length).toBeGreaterThan(1);
  for (const [x] of points) expect(x).toBeCloseTo(0.33, 10);
  expect(Math.min(...points.map(([, y]) => y))).toBeCloseTo(0, 10);
  expect(Math.max(...points.map(([, y]) => y))).toBeCloseTo(1, 10);
});

test('a circle is round on a coarse grid', () => {
  const [level] = levels(
    field(40, (x, y) => 0.09 - (x - 0.5) ** 2 - (y - 0.5) ** 2),
    [0],
    (u, v) => [u * 400, v * 400],
  );
  expect(level!.lines).toHaveLength(1);
  const line = level!.lines[0]!;
  expect(line[0]).toEqual(line.at(-1));
  for (const [x, y] of line) expect(Math.hypot(x - 200, y - 200)).toBeCloseTo(120, 0);
});

test('no part of a border runs along the edge of the field', () => {
  const [level] = levels(
    field(8, (x, y) => x + y - 0.5),
    [0],
    unit,
  );
  expect(level!.lines).toHaveLength(1);
  for (const [x, y] of level!.lines[0]!) expect(x + y).toBeCloseTo(0.5, 10);
});

test('areas are nested, cover everything at a low threshold and nothing at a high one', () => {
  const [low, middle, high] = levels(
    field(5, (x) => x),
    [-1, 0.5, 2],
    unit,
  );
  expect(low!.rings).toHaveLength(1);
  const xs = low!.rings[0]!.map(([x]) => x);
  expect(Math.min(...xs)).toBeLessThanOrEqual(0);
  expect(Math.max(...xs)).toBeGreaterThanOrEqual(1);
  expect(low!.lines).toEqual([]);
  expect(middle!.rings).toHaveLength(1);
  expect(high!.rings).toEqual([]);
});

test('simplifying drops points on a chord and keeps corners', () => {
  const line: Point[] = [
    [0, 0],
    [1, 0.01],
    [2, 0],
    [2, 5],
    [2, 10],
  ];
  expect(simplified(line)).toEqual([
    [0, 0],
    [2, 0],
    [2, 10],
  ]);
  const ring: Point[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ];
  expect(simplified(ring)).toEqual(ring);
  expect(simplified([[0, 0]])).toEqual([[0, 0]]);
});

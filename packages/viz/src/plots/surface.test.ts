import { expect, test } from 'vitest';
import { gridOver } from '../grid.js';
import type { PolygonMark, Scene } from '../scene.js';
import { surface } from './surface.js';

const corners = [
  [-1, -1],
  [1, 1],
];
const grid = gridOver(corners, { columns: 21, rows: 21, padding: 0 });
const hill = grid.y.flatMap((y) => grid.x.map((x) => Math.exp(-4 * (x * x + y * y))));

const faces = (scene: Scene): PolygonMark[] =>
  scene.marks.filter((mark): mark is PolygonMark => mark.type === 'polygon' && mark.stroke === undefined);

test('a face a square of the grid, and more where one crosses levels', () => {
  const flat = surface({ grid, values: hill.map(() => 1), domain: [0, 2] });
  expect(faces(flat)).toHaveLength(400);
  expect(faces(surface({ grid, values: hill })).length).toBeGreaterThan(500);
  expect(faces(surface({ grid, values: hill.map(() => 1), domain: [0, 2], faces: 5 }))).toHaveLength(25);
});

test('faces reach under their neighbours by half a pixel, so that no seam shows', () => {
  const area = (ring: readonly (readonly [number, number])[]): number =>
    Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring.at(i - 1)![1] - ring.at(i - 1)![0] * y, 0)) / 2;
  const total = (count: number): number => {
    const flat = surface({ grid, values: hill.map(() => 1), domain: [0, 2], faces: count });
    return faces(flat).reduce((sum, { rings }) => sum + area(rings[0]!), 0);
  };
  const whole = total(1);
  const width = Math.sqrt(whole);
  expect(total(20) - whole).toBeGreaterThan(0.5 * 38 * width);
  expect(total(20) - whole).toBeLessThan(2 * 38 * width);
});

test('turning round once shows the same', () => {
  const scene = surface({ grid, values: hill });
  const again = scene.turn!(360, 0);
  expect(faces(again)).toHaveLength(faces(scene).length);
  for (const [i, face] of faces(again).entries()) {
    expect(face.rings[0]![0]![0]).toBeCloseTo(faces(scene)[i]!.rings[0]![0]![0], 6);
  }
  expect(scene.turn!(90, 0).marks).not.toEqual(scene.marks);
});

test('everything stays inside the picture from wherever it is seen', () => {
  const scene = surface({ grid, values: hill, xLabel: 'x', yLabel: 'y', zLabel: 'z' });
  for (let azimuth = 0; azimuth < 360; azimuth += 30) {
    for (const elevation of [-60, 0, 60]) {
      for (const { rings } of faces(scene.turn!(azimuth, elevation))) {
        for (const [x, y] of rings[0]!) {
          expect(x > 0 && x < scene.width && y > 0 && y < scene.height).toBe(true);
        }
      }
    }
  }
});

test('samples stand on the surface, by their class, or as told', () => {
  const common = { grid, values: hill, points: [[0, 0]], labels: [0], view: { elevation: 0, azimuth: 0 } };
  const heightOf = (scene: Scene): number =>
    scene.marks.flatMap((mark) => (mark.type === 'points' && mark.id === 'class-0' ? [mark.points[0]![1]] : []))[0]!;
  const top = heightOf(surface(common));
  const bottom = heightOf(surface({ ...common, heights: 'labels' }));
  expect(top).toBeLessThan(bottom);
  expect(heightOf(surface({ ...common, heights: [1] }))).toBeCloseTo(top, 6);
});

test('what cannot be drawn is an error', () => {
  expect(() => surface({ grid })).toThrow('surface: give one of values, probabilities and logits');
  expect(() => surface({ grid, probabilities: hill.map((p) => p * 2) })).toThrow('outside [0, 1]');
  expect(() => surface({ grid, values: hill, faces: 0 })).toThrow('surface: faces is 0');
  expect(() => surface({ grid, values: hill, view: { azimuth: Number.NaN } })).toThrow(
    'view must be an object { elevation, azimuth } of degrees',
  );
  expect(() => surface({ grid, values: hill, points: [[0, 0]], heights: 'floor' as 'labels' })).toThrow(
    "heights is 'floor'",
  );
});

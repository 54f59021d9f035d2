import { expect, test } from 'vitest';
import { barPlot, figure, heatmap, hitTest, linePlot, type Scene, scatter } from './index.js';

const points = scatter({
  points: [
    [0, 0],
    [4, 2],
    [Number.NaN, 1],
    [2, 1],
  ],
  labels: [0, 1, 0, 1],
});

/** What lies where two values of a panel are drawn. */
function at(scene: Scene, x: number, y: number, panel = 0): ReturnType<typeof hitTest> {
  const { scales } = scene.panels[panel]!;
  return hitTest(scene, scales.x.toPixel(x), scales.y.toPixel(y));
}

test('a point is found as its sample, though others were left out before it', () => {
  expect(at(points, 2, 1)).toMatchObject({ id: 'class-1', index: 3, name: 'class 1' });
  expect(at(points, 1, 1.8)).toBeUndefined();
});

test('a point is found beside itself, at its own place', () => {
  const { x, y } = points.panels[0]!.scales;
  const hit = hitTest(points, x.toPixel(4) + 5, y.toPixel(2) - 3)!;
  expect(hit.x).toBeCloseTo(4, 9);
  expect(hit.y).toBeCloseTo(2, 9);
  expect(hitTest(points, x.toPixel(4) + 5, y.toPixel(2), { tolerance: 0 })).toBeUndefined();
});

test('bars, lines and cells are found', () => {
  expect(at(barPlot({ names: ['a', 'b'], series: [{ values: [2, 3] }] }), 1.5, 1)).toMatchObject({
    id: 'bar-0-1',
    name: 'b',
  });
  expect(at(linePlot({ series: [{ name: 'up', x: [0, 2], y: [0, 2] }] }), 1, 1)).toMatchObject({ name: 'up' });
  const cells = heatmap({
    values: [
      [1, 2],
      [3, 4],
    ],
  });
  expect(at(cells, 0.5, 1.5)).toMatchObject({ index: 2, value: 3 });
});

test('plots of a figure are found in their places, with their scales', () => {
  const both = figure({ plots: [points, points], title: 'Two' });
  expect(both.panels).toHaveLength(2);
  expect(at(both, 4, 2, 1)).toMatchObject({ index: 1 });
  expect(at(both, 4, 2, 1)!.x).toBeCloseTo(4, 9);
});

test('a tolerance below zero is an error', () => {
  expect(() => hitTest(points, 0, 0, { tolerance: -1 })).toThrow('hitTest: tolerance is -1');
});

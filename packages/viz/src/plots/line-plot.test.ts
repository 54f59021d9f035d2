import { expect, test } from 'vitest';
import type { GroupMark, Mark, Scene } from '../scene.js';
import { linePlot } from './line-plot.js';

const inner = (scene: Scene): Mark[] =>
  scene.marks.filter((mark): mark is GroupMark => mark.type === 'group').flatMap(({ marks }) => marks);

test('without x the places are counted from 1', () => {
  const scene = linePlot({ series: [{ y: [5, 7, 6] }] });
  expect(scene.panels[0]!.scales.x.domain).toEqual([1, 3]);
});

test('symbols stand where there are numbers, and know which', () => {
  const marks = inner(linePlot({ series: [{ y: [1, Number.NaN, 3], marker: 'square', width: 0 }] }));
  expect(marks).toHaveLength(1);
  expect(marks[0]).toMatchObject({ type: 'points', symbol: 'square', samples: [0, 2], id: 'series-0' });
});

test('steps go level, then up', () => {
  const scene = linePlot({ series: [{ x: [0, 1], y: [0, 2], steps: true }] });
  const line = inner(scene).find((mark) => mark.type === 'polyline')!;
  const { x, y } = scene.panels[0]!.scales;
  expect(line.points.map(([px, py]) => [x.toValue(px), Math.abs(Math.round(y.toValue(py)))])).toEqual([
    [0, 0],
    [1, 0],
    [1, 2],
  ]);
});

test('bands and reference lines are part of what the axes show', () => {
  const series = [{ y: [1, 1], band: { low: [-4, -4], high: [2, 2] } }];
  const [low, high] = linePlot({ series, lines: [{ y: 9 }] }).panels[0]!.scales.y.domain;
  expect(low).toBeLessThanOrEqual(-4);
  expect(high).toBeGreaterThanOrEqual(9);
});

test('what cannot be drawn is an error', () => {
  expect(() => linePlot({ series: [{ x: [1], y: [1, 2] }] })).toThrow('series[0].x has 1 values, series[0].y has 2');
  expect(() => linePlot({ series: [{ y: [-1] }], yScale: 'log' })).toThrow('log scale needs values above zero');
  expect(() => linePlot({ series: [], lines: [{}] })).toThrow('a line of lines has neither x, y nor points');
});

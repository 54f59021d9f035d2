import { expect, test } from 'vitest';
import { toSvg } from '../render/svg.js';
import type { GroupMark, HeatmapMark, Scene } from '../scene.js';
import { heatmap } from './heatmap.js';

const cells = (scene: Scene): HeatmapMark =>
  scene.marks
    .filter((mark): mark is GroupMark => mark.type === 'group')
    .flatMap(({ marks }) => marks)
    .find((mark): mark is HeatmapMark => mark.type === 'heatmap')!;

test('the least value has the first colour, the largest the last', () => {
  const { colors } = cells(
    heatmap({
      values: [
        [0, 5],
        [10, 5],
      ],
      colors: ['#000000', '#ffffff'],
    }),
  );
  expect([colors[0], colors[3], colors[6]]).toEqual([0, 128, 255]);
});

test('the first row is at the top, or at the bottom of an axis of numbers', () => {
  const values = [
    [1, 2],
    [3, 4],
  ];
  expect([...(cells(heatmap({ values })).values as Float64Array)]).toEqual([1, 2, 3, 4]);
  expect([...(cells(heatmap({ values, yDomain: [0, 1] })).values as Float64Array)]).toEqual([3, 4, 1, 2]);
});

test('a missing number takes the ground', () => {
  const { colors } = cells(heatmap({ values: [[0, Number.NaN]], colors: ['#000000', '#ff0000'] }));
  expect([...colors.slice(3, 6)]).toEqual([255, 255, 255]);
});

test('a tensor is read at once, and numbers are written where they fit', () => {
  const values = { shape: [1, 2], dataSync: () => Float32Array.of(0.25, 0.5) };
  expect(toSvg(heatmap({ values, showValues: true }))).toContain('>0.25</text>');
});

test('what cannot be drawn is an error', () => {
  expect(() => heatmap({ values: [] })).toThrow('heatmap: values holds no numbers');
  expect(() => heatmap({ values: [[1, 2], [3]] })).toThrow('values[1] has 1 values, values[0] has 2');
  expect(() => heatmap({ values: [[1]], rowNames: ['a', 'b'] })).toThrow('rowNames has 2 names for 1');
  expect(() => heatmap({ values: { shape: [3], dataSync: () => [1, 2, 3] } })).toThrow('values has shape [3]');
});

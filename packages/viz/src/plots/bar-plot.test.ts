import { expect, test } from 'vitest';
import type { GroupMark, RectMark, Scene } from '../scene.js';
import { barPlot } from './bar-plot.js';

const bars = (scene: Scene): RectMark[] =>
  scene.marks
    .filter((mark): mark is GroupMark => mark.type === 'group')
    .flatMap(({ marks }) => marks)
    .filter((mark): mark is RectMark => mark.type === 'rect');

test('a bar reaches from zero to its value', () => {
  const scene = barPlot({ names: ['a', 'b'], series: [{ values: [2, -1] }] });
  const { y } = scene.panels[0]!.scales;
  const [up, down] = bars(scene);
  expect([y.toValue(up!.y), y.toValue(up!.y + up!.height)].map((v) => Math.round(v * 100) / 100)).toEqual([2, 0]);
  expect(y.toValue(down!.y + down!.height)).toBeCloseTo(-1, 6);
});

test('stacked bars stand on one another', () => {
  const scene = barPlot({ names: ['a'], series: [{ values: [2] }, { values: [3] }], stacked: true });
  const [lower, upper] = bars(scene);
  expect(upper!.y + upper!.height).toBeCloseTo(lower!.y, 6);
});

test('lying bars go from left to right, the first at the top', () => {
  const [first, second] = bars(barPlot({ names: ['a', 'b'], series: [{ values: [2, 1] }], horizontal: true }));
  expect(first!.y).toBeLessThan(second!.y);
  expect(first!.width).toBeCloseTo(second!.width * 2, 6);
});

test('what cannot be drawn is an error', () => {
  expect(() => barPlot({ names: ['a'], series: [{ values: [1, 2] }] })).toThrow(
    'series[0].values has 2 values, names has 1',
  );
  expect(() => barPlot({ names: ['a'], series: [{ values: [Number.NaN] }] })).toThrow('series[0].values[0] is NaN');
  expect(() => barPlot({ names: ['a'], series: [{ values: [1], errors: [-1] }] })).toThrow('errors[0] is -1');
});

import { expect, test } from 'vitest';
import { lossCurve, rocPlot } from './index.js';

const curve = { fpr: [0, 0, 1], tpr: [0, 1, 1] };

test('a size asked for is the size', () => {
  const scene = rocPlot({ curves: [curve], width: 321, height: 234 });
  expect([scene.width, scene.height]).toEqual([321, 234]);
  const other = scene.resize(500, 400);
  expect([other.width, other.height]).toEqual([500, 400]);
});

test('a size or a theme that makes no sense is an error', () => {
  expect(() => rocPlot({ curves: [curve], width: -5 })).toThrow('rocPlot: width is -5, expected 16 to 20000 pixels');
  expect(() => rocPlot({ curves: [curve], height: Number.NaN })).toThrow('rocPlot: height must be a number, not NaN');
  expect(() => rocPlot({ curves: [curve], theme: 'sepia' as 'dark' })).toThrow("rocPlot: theme is a string 'sepia'");
});

test('a long legend makes the picture higher, not the plot smaller', () => {
  const series = Array.from({ length: 12 }, (_, i) => ({ name: `a rather long name ${i}`, values: [1, i, 1] }));
  expect(lossCurve({ series }).height).toBeGreaterThan(lossCurve({ series: series.slice(0, 1) }).height + 40);
});

test('the smallest pictures are drawn without their texts rather than not at all', () => {
  expect(rocPlot({ curves: [curve], width: 16, height: 16 }).marks.length).toBeGreaterThan(3);
});

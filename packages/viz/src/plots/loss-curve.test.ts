import { expect, test } from 'vitest';
import { toSvg } from '../render/svg.js';
import { lossCurve } from './loss-curve.js';

const svg = (options: Parameters<typeof lossCurve>[0]): string => toSvg(lossCurve(options));

test('a single curve without a name needs no legend', () => {
  expect(svg({ series: [{ values: [3, 2, 1] }] })).not.toContain('training');
  expect(svg({ series: [{ values: [3, 2, 1], name: 'SGD' }] })).toContain('>SGD</text>');
  expect(svg({ series: [{ values: [3, 2] }, { values: [2, 1] }] })).toContain('>run 2</text>');
});

test('validation is dashed, in the colour of its run where there are several', () => {
  const runs = svg({
    series: [
      { name: 'a', values: [3, 2], validation: [3, 3] },
      { name: 'b', values: [3, 1], validation: [3, 2] },
    ],
  });
  expect(runs).toContain('>a, training</text>');
  expect(runs).toContain('>b, validation</text>');
  expect(runs.match(/stroke="#0072b2" stroke-width="2" stroke-dasharray="5 4"/g)).toHaveLength(2);
});

test('no values yet is a picture that says so', () => {
  expect(svg({ series: [] })).toContain('>no data</text>');
  expect(svg({ series: [{ values: [] }] })).toContain('>no data</text>');
  expect(svg({ series: [{ values: [Number.NaN] }] })).toContain('>no data</text>');
});

test('one epoch is a dot', () => {
  expect(svg({ series: [{ values: [0.5] }] })).toContain('<circle');
});

test('zero has no place on a log scale, and is counted', () => {
  expect(svg({ series: [{ values: [1, 0.1, 0] }], scale: 'log' })).toContain(
    '>1 value at or below zero not shown</text>',
  );
  expect(() => lossCurve({ series: [{ values: [0, -1] }], scale: 'log' })).toThrow(
    'lossCurve: a log scale needs values above zero, and none of the 2 is',
  );
});

test('a hundred thousand steps fit into a small file', () => {
  const values = Float32Array.from({ length: 100_000 }, (_, i) => 1 / (1 + i / 1000) + 0.1 * Math.sin(i));
  expect(svg({ series: [{ values }] }).length).toBeLessThan(60_000);
});

test('what does not fit together is an error', () => {
  expect(() => lossCurve({ series: [{ values: [1, 2], validation: [1] }] })).toThrow(
    'lossCurve: series[0].validation has 1 values, series[0].values has 2',
  );
  expect(() => lossCurve({ series: [{ values: [1, 2], epochs: [1] }] })).toThrow('series[0].epochs has 1 values');
  expect(() => lossCurve({ series: [{ values: [1, 2], epochs: [1, Number.NaN] }] })).toThrow('epochs[1] is NaN');
  expect(() => lossCurve({ series: [{ values: [1] }], scale: 'cubic' as 'log' })).toThrow("scale is a string 'cubic'");
});

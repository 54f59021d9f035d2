import { expect, test } from 'vitest';
import { toSvg } from '../render/svg.js';
import { confusionMatrixPlot } from './confusion-matrix.js';

test('counts with the fraction of their row', () => {
  const svg = toSvg(
    confusionMatrixPlot({
      matrix: [
        [1200, 300],
        [0, 0],
      ],
    }),
  );
  for (const text of ['1,200', '80%', '300', '20%', '0%']) expect(svg).toContain(`>${text}</text>`);
});

test('fractions with two decimals', () => {
  const svg = toSvg(
    confusionMatrixPlot({
      matrix: [
        [0.9, 0.1],
        [0.25, 0.75],
      ],
      labels: [-1, 1],
    }),
  );
  expect(svg).toContain('>0.25</text>');
  expect(svg).not.toContain('%');
  expect(svg).toContain('>-1</text>');
});

test('the first class is at the top left', () => {
  const svg = toSvg(
    confusionMatrixPlot({
      matrix: [
        [5, 0],
        [0, 7],
      ],
      classNames: ['first', 'second'],
      width: 400,
      height: 400,
    }),
  );
  const y = (name: string): number => Number(new RegExp(`y="([\\d.]+)"[^>]*text-anchor="end">${name}<`).exec(svg)![1]);
  expect(y('first')).toBeLessThan(y('second'));
});

test('names that lie too close are written on a slope', () => {
  const names = Array.from({ length: 10 }, (_, i) => `category ${i}`);
  const svg = toSvg(
    confusionMatrixPlot({ matrix: names.map((_, i) => names.map((__, j) => i * j)), classNames: names }),
  );
  expect(svg).toMatch(/rotate\(-40 [^>]*>category 9</);
});

test('what is no matrix is an error', () => {
  expect(() => confusionMatrixPlot({ matrix: [] })).toThrow('confusionMatrixPlot: matrix is empty');
  expect(() => confusionMatrixPlot({ matrix: [[1, 2]] })).toThrow('matrix[0] has 2 values, the matrix 1 rows');
  expect(() => confusionMatrixPlot({ matrix: [[-1]] })).toThrow('matrix[0][0] is -1, outside [0, Infinity]');
  expect(() => confusionMatrixPlot({ matrix: [[1]], classNames: ['a', 'b'] })).toThrow('classNames has 2 names for 1');
});

import { expect, test } from 'vitest';
import { toSvg } from '../render/svg.js';
import type { Mark, PointsMark } from '../scene.js';
import { calibrationPlot } from './calibration.js';

test('the area of a point is the number of samples in its bin', () => {
  const scene = calibrationPlot({ curves: [{ probPred: [0.1, 0.9], probTrue: [0.2, 0.8], counts: [25, 100] }] });
  const marks = scene.marks.flatMap((mark): readonly Mark[] => (mark.type === 'group' ? mark.marks : []));
  const radii = marks.filter((mark): mark is PointsMark => mark.type === 'points').map(({ r }) => r);
  expect(radii).toEqual([4, 8]);
});

test('without curves the diagonal is left', () => {
  const svg = toSvg(calibrationPlot({ curves: [] }));
  expect(svg).toContain('>perfectly calibrated</text>');
  expect(svg).toContain('>no data</text>');
});

test('what is no curve is an error', () => {
  expect(() => calibrationPlot({ curves: [{ probPred: [0.1], probTrue: [] }] })).toThrow(
    'curves[0].probTrue has 0 values',
  );
  expect(() => calibrationPlot({ curves: [{ probPred: [2], probTrue: [1] }] })).toThrow('curves[0].probPred[0] is 2');
  expect(() => calibrationPlot({ curves: [{ probPred: [1], probTrue: [1], counts: [] }] })).toThrow(
    'curves[0].counts has 0',
  );
});

import { expect, test } from 'vitest';
import { toSvg } from '../render/svg.js';
import type { GroupMark, HeatmapMark } from '../scene.js';
import { crossValidationPlot } from './cross-validation.js';
import { detPlot, deviate } from './det-plot.js';
import { gainPlot, liftPlot } from './gain-plot.js';
import { importancePlot } from './importance.js';
import { missingMap } from './missing-map.js';
import { partialDependencePlot } from './partial-dependence.js';
import { precisionRecallPlot } from './precision-recall.js';
import { rocBand } from './roc-band.js';
import { thresholdPlot } from './threshold-plot.js';

test('deviates are those of the tables', () => {
  const known = [
    [0.5, 0],
    [0.025, -1.959963984540054],
    [0.975, 1.959963984540054],
    [0.001, -3.090232306167813],
    [1e-6, -4.753424308822899],
  ] as const;
  for (const [part, z] of known) expect(deviate(part)).toBeCloseTo(z, 9);
});

test('the mean of folds lies between them, and its area is their mean', () => {
  const folds = [
    { fpr: [0, 0.2, 1], tpr: [0, 0.6, 1] },
    { fpr: [0, 0.2, 1], tpr: [0, 0.8, 1] },
  ];
  expect(toSvg(rocBand({ folds }))).toContain('mean of 2 (AUC 0.750 ± 0.050)');
  expect(() => rocBand({ folds: folds.slice(1) })).toThrow('rocBand: folds has 1 curves, expected 2 or more');
});

test('the first row of a table is at the top of the map', () => {
  const plot = missingMap({ columns: { a: [true, false, false], b: [false, false, false] } });
  const cells = plot.marks
    .filter((mark): mark is GroupMark => mark.type === 'group')
    .flatMap(({ marks }) => marks)
    .find((mark): mark is HeatmapMark => mark.type === 'heatmap')!;
  expect(Array.from(cells.values!)).toEqual([1, 0, 0, 0, 0, 0]);
  expect(plot.panels[0]!.scales.y.domain).toEqual([3, 0]);
});

test('features are sorted, and as many shown as asked', () => {
  const svg = toSvg(importancePlot({ names: ['a', 'b', 'c'], importances: [1, 3, 2], top: 2 }));
  expect(svg).toContain('The 2 most important of 3 features');
  expect(svg.indexOf('>b</text>')).toBeLessThan(svg.indexOf('>c</text>'));
  expect(svg).not.toContain('>a</text>');
});

test('a lift has no value where nothing is taken', () => {
  const curves = [{ fraction: [0, 0.5, 1], gain: [0, 1, 1] }];
  expect(liftPlot({ curves }).panels[0]!.scales.y.domain[1]).toBeCloseTo(2.12, 6);
  expect(() => gainPlot({ curves: [{ fraction: [0], gain: [0, 1] }] })).toThrow(
    'gainPlot: curves[0].fraction has 1 values',
  );
});

test('errors name the plot that was called, and its option', () => {
  expect(() => thresholdPlot({ thresholds: [0.5], measures: { recall: [1, 2] } })).toThrow(
    'thresholdPlot: series[0].x has 1',
  );
  expect(() => precisionRecallPlot({ curves: [{ precision: [2], recall: [1] }] })).toThrow(
    'precisionRecallPlot: curves[0].precision[0] is 2',
  );
  expect(() => detPlot({ curves: [] })).toThrow('detPlot: curves is empty');
  expect(() => crossValidationPlot({ scores: { wide: [] } })).toThrow('crossValidationPlot: scores.wide is empty');
  expect(() => partialDependencePlot({ values: [1], average: [] })).toThrow(
    'partialDependencePlot: values has 1 values, average has 0',
  );
});

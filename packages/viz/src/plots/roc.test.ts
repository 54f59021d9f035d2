import { expect, test } from 'vitest';
import { toSvg } from '../render/svg.js';
import { rocPlot } from './roc.js';

const curve = { fpr: [0, 0, 0.5, 1], tpr: [0, 0.5, 1, 1] };

test('the legend gives areas, worked out or as told', () => {
  expect(toSvg(rocPlot({ curves: [curve] }))).toContain('>AUC 0.875</text>');
  expect(toSvg(rocPlot({ curves: [{ ...curve, name: 'wide', auc: 0.9 }] }))).toContain('>wide (AUC 0.900)</text>');
  expect(toSvg(rocPlot({ curves: [curve, curve] }))).toContain('>curve 2 (AUC 0.875)</text>');
});

test('the plot is square', () => {
  const { width, height } = rocPlot({ curves: [curve] });
  expect(Math.abs(width - height)).toBeLessThan(40);
});

test('the legend leaves a curve below the diagonal free', () => {
  const legendY = (tpr: number[]): number => {
    const text = /<text x="[\d.]+" y="([\d.]+)"[^>]*>guess</.exec(
      toSvg(rocPlot({ curves: [{ fpr: [0, 1, 1], tpr }] })),
    );
    return Number(text![1]);
  };
  expect(legendY([0, 1, 1])).toBeGreaterThan(300);
  expect(legendY([0, 0.1, 1])).toBeLessThan(150);
});

test('what is no curve is an error', () => {
  expect(() => rocPlot({ curves: [] })).toThrow('rocPlot: curves is empty');
  expect(() => rocPlot({ curves: [{ fpr: [0], tpr: [0] }] })).toThrow('rocPlot: curves[0] has 1 points');
  expect(() => rocPlot({ curves: [{ fpr: [0, 1], tpr: [0] }] })).toThrow(
    'curves[0].fpr has 2 values, curves[0].tpr has 1',
  );
  expect(() => rocPlot({ curves: [{ fpr: [0, 2], tpr: [0, 1] }] })).toThrow('curves[0].fpr[1] is 2, outside [0, 1]');
  expect(() => rocPlot({ curves: [{ fpr: [0, 1], tpr: [0, Number.NaN] }] })).toThrow('curves[0].tpr[1] is NaN');
});

import { expect, test } from 'vitest';
import type { GroupMark } from '../scene.js';
import { figure } from './figure.js';
import { lossCurve } from './loss-curve.js';
import { rocPlot } from './roc.js';

const loss = lossCurve({ series: [{ values: [3, 2, 1] }], width: 300, height: 200 });
const roc = rocPlot({ curves: [{ fpr: [0, 1], tpr: [0, 1] }], width: 200, height: 240 });

const places = (marks: readonly { type: string }[]): unknown[] =>
  marks.filter((mark): mark is GroupMark => mark.type === 'group').map(({ x, y }) => [x, y]);

test('pictures stand in rows and columns, each filling its cell', () => {
  const scene = figure({ plots: [loss, roc, roc], columns: 2, gap: 10 });
  expect([scene.width, scene.height]).toEqual([510, 490]);
  expect(places(scene.marks)).toEqual([
    [0, 0],
    [310, 0],
    [0, 250],
  ]);
});

test('the number of columns follows from the number of pictures', () => {
  expect(figure({ plots: [loss], gap: 0 }).width).toBe(300);
  expect(figure({ plots: [loss, loss, loss, loss], gap: 0 }).width).toBe(600);
  expect(figure({ plots: [loss, loss], columns: 5, gap: 0 }).width).toBe(600);
});

test('a title takes its place above', () => {
  const scene = figure({ plots: [loss], title: 'All of it' });
  expect(scene.height).toBeGreaterThan(220);
  expect(scene.title).toBe('All of it');
});

test('a new size is the size, title or not', () => {
  for (const title of [undefined, 'All of it']) {
    const scene = figure({ plots: [loss, roc, roc], columns: 2, title }).resize(700, 500);
    expect(scene.width).toBeCloseTo(700, 6);
    expect(scene.height).toBeCloseTo(500, 6);
  }
});

test('figures go into figures', () => {
  const inner = figure({ plots: [loss, loss], columns: 1 });
  expect(figure({ plots: [inner, roc], columns: 2 }).height).toBe(inner.height);
});

test('another theme gets its own ground', () => {
  const dark = lossCurve({ series: [], theme: 'dark' });
  const [first, second] = figure({ plots: [loss, dark] }).marks.filter((mark) => mark.type === 'group');
  expect(first!.marks[0]!.type).not.toBe('rect');
  expect(second!.marks[0]).toMatchObject({ type: 'rect', x: 0, y: 0, fill: '#0d1117' });
});

test('no pictures, or no columns, is an error', () => {
  expect(() => figure({ plots: [] })).toThrow('figure: plots is empty');
  expect(() => figure({ plots: [loss], columns: 0 })).toThrow('figure: columns is 0');
  expect(() => figure({ plots: [loss], gap: -1 })).toThrow('figure: gap is -1');
});

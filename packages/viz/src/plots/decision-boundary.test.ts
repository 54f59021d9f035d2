import { expect, test } from 'vitest';
import { gridOver } from '../grid.js';
import type { Mark, PolygonMark, PolylineMark } from '../scene.js';
import { decisionBoundary } from './decision-boundary.js';

const grid = gridOver(
  [
    [0, 0],
    [1, 1],
  ],
  { columns: 21, rows: 21, padding: 0 },
);
const plane = grid.y.flatMap(() => grid.x.map((x) => 8 * (x - 0.5)));

function insides(options: Parameters<typeof decisionBoundary>[0]): { areas: PolygonMark[]; border: PolylineMark[] } {
  const scene = decisionBoundary(options);
  const marks = scene.marks.flatMap((mark): readonly Mark[] => (mark.type === 'group' ? mark.marks : []));
  const lines = marks.filter((mark) => mark.type === 'polyline');
  return {
    areas: marks.filter((mark) => mark.type === 'polygon'),
    border: lines.filter((line) => line.stroke === scene.theme.ink),
  };
}

test('the border is where the probability is one half', () => {
  const { border } = insides({ grid, logits: plane, width: 400, height: 400 });
  expect(border).toHaveLength(1);
  const xs = border[0]!.points.map(([x]) => x);
  expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(0.01);
});

test('probabilities and their logits give the same picture', () => {
  const probabilities = plane.map((z) => 1 / (1 + Math.exp(-z)));
  const round = (marks: readonly PolygonMark[]): unknown =>
    marks.map(({ rings }) => rings.map((ring) => ring.map(([x, y]) => [x.toFixed(2), y.toFixed(2)])));
  expect(round(insides({ grid, probabilities }).areas)).toEqual(round(insides({ grid, logits: plane }).areas));
});

test('certainty everywhere is one shade and no border', () => {
  const everywhere = (p: number): Float32Array => new Float32Array(441).fill(p);
  expect(insides({ grid, probabilities: everywhere(0) })).toEqual({ areas: [], border: [] });
  const one = insides({ grid, probabilities: everywhere(1) });
  expect(one.border).toEqual([]);
  expect(one.areas).toHaveLength(19);
});

test('infinite logits are certain', () => {
  const logits = plane.map((z) => (z < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY));
  expect(insides({ grid, logits }).border).toHaveLength(1);
});

test('what is no field over the grid is an error', () => {
  const nan = plane.with(7, Number.NaN);
  expect(() => decisionBoundary({ grid, logits: nan })).toThrow('decisionBoundary: logits[7] is NaN');
  expect(() => decisionBoundary({ grid, probabilities: plane })).toThrow(
    'decisionBoundary: probabilities[0] is -4, outside',
  );
  expect(() => decisionBoundary({ grid, logits: [1, 2] })).toThrow('logits has 2 values for a grid of 21 x 21 = 441');
  expect(() => decisionBoundary({ grid })).toThrow('give either probabilities or logits');
  expect(() => decisionBoundary({ grid, logits: plane, probabilities: plane })).toThrow('give either');
  expect(() => decisionBoundary({ grid: { x: [0], y: [0, 1] }, logits: [1, 1] })).toThrow('grid.x has 1 values');
  expect(() => decisionBoundary({ grid: { x: [0, 0], y: [0, 1] }, logits: [1, 1, 1, 1] })).toThrow(
    'grid.x[1] is 0: it must ascend',
  );
});

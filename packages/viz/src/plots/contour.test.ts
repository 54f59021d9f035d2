import { expect, test } from 'vitest';
import { gridOver } from '../grid.js';
import type { GroupMark, Mark, PolygonMark, PolylineMark, Scene } from '../scene.js';
import { contour } from './contour.js';

const corners = [
  [-1, -1],
  [1, 1],
];
const grid = gridOver(corners, { columns: 41, rows: 41, padding: 0 });
const bowl = grid.y.flatMap((y) => grid.x.map((x) => x * x + y * y));

const inner = (scene: Scene): Mark[] =>
  scene.marks.filter((mark): mark is GroupMark => mark.type === 'group').flatMap(({ marks }) => marks);
const lines = (scene: Scene): PolylineMark[] =>
  inner(scene).filter((mark): mark is PolylineMark => mark.type === 'polyline');
const areas = (scene: Scene): PolygonMark[] =>
  inner(scene).filter((mark): mark is PolygonMark => mark.type === 'polygon');

test('a line runs where the value is its level', () => {
  const scene = contour({ grid, values: bowl, levels: [0.25], filled: false });
  const { x, y } = scene.panels[0]!.scales;
  const [line] = lines(scene);
  for (const [px, py] of line!.points) expect(Math.hypot(x.toValue(px), y.toValue(py))).toBeCloseTo(0.5, 1);
});

test('levels by number are round and inside the values', () => {
  const levels = lines(contour({ grid, values: bowl, levels: 4, filled: false })).map(({ name }) => Number(name));
  expect([...new Set(levels)]).toEqual([0.5, 1, 1.5]);
});

test('dashes are one for all, or one a level', () => {
  const one = lines(contour({ grid, values: bowl, levels: [0.25, 0.5], filled: false, dash: [1, 2] }));
  expect(one.map(({ dash }) => dash)).toEqual([
    [1, 2],
    [1, 2],
  ]);
  const two = lines(contour({ grid, values: bowl, levels: [0.25, 0.5], filled: false, dash: ['solid', 'dashed'] }));
  expect(two.map(({ dash }) => dash)).toEqual([undefined, [6, 4]]);
});

test('areas are filled without lines, unless asked', () => {
  expect(lines(contour({ grid, values: bowl }))).toHaveLength(0);
  expect(areas(contour({ grid, values: bowl, levels: [0.25, 0.5] }))).toHaveLength(2);
  expect(lines(contour({ grid, values: bowl, levels: [0.25], lines: true }))).toHaveLength(1);
});

test('classes become areas in their colours', () => {
  const classes = grid.y.flatMap(() => grid.x.map((x) => (x < -0.3 ? 0 : x < 0.3 ? 1 : 2)));
  const scene = contour({ grid, classes, classNames: ['a', 'b', 'c'] });
  expect(areas(scene).map(({ name }) => name)).toEqual(['b', 'c']);
});

test('what cannot be drawn is an error', () => {
  expect(() => contour({ grid })).toThrow('contour: give either values or classes');
  expect(() => contour({ grid, values: [1] })).toThrow('contour: values has 1 values for a grid of 41 x 41 = 1681');
  expect(() => contour({ grid, values: bowl, levels: [2, 1] })).toThrow('contour: levels[1] is 1: they must ascend');
  expect(() => contour({ grid, values: bowl, levels: 0 })).toThrow('contour: levels is 0');
  expect(() => contour({ grid, values: bowl, levels: [1], dash: ['solid', 'solid'] })).toThrow(
    'dash has 2 entries for 1',
  );
  expect(() => contour({ grid, values: bowl, dash: 'wavy' as 'solid' })).toThrow('contour: dash is "wavy"');
  expect(() => contour({ grid, values: bowl, colors: 'jet' as 'viridis' })).toThrow("contour: colors is 'jet'");
});

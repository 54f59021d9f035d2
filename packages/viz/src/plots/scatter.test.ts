import { expect, test } from 'vitest';
import type { Mark, PointsMark, Scene } from '../scene.js';
import { scatter } from './scatter.js';

function pointMarks(scene: Scene): PointsMark[] {
  const groups = scene.marks.flatMap((mark): readonly Mark[] => (mark.type === 'group' ? mark.marks : []));
  return groups.filter((mark) => mark.type === 'points');
}

const texts = (scene: Scene): string[] => scene.marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));

test('classes differ in colour and in shape', () => {
  const marks = pointMarks(
    scatter({
      points: [
        [0, 0],
        [1, 1],
        [2, 0],
      ],
      labels: [0, 1, 1],
    }),
  );
  expect(marks.map(({ points }) => points.length)).toEqual([1, 2]);
  expect(new Set(marks.map(({ fill }) => fill)).size).toBe(2);
  expect(new Set(marks.map(({ symbol }) => symbol)).size).toBe(2);
});

test('a class keeps its colour where the other does not occur', () => {
  const both = pointMarks(
    scatter({
      points: [
        [0, 0],
        [1, 1],
      ],
      labels: [0, 1],
    }),
  );
  const one = pointMarks(
    scatter({
      points: [
        [1, 1],
        [2, 2],
      ],
      labels: [1, 1],
    }),
  );
  expect(one.map(({ fill }) => fill)).toEqual([both[1]!.fill]);
});

test('a point with NaN is left out and counted', () => {
  const scene = scatter({
    points: [
      [0, 0],
      [Number.NaN, 1],
      [1, Number.POSITIVE_INFINITY],
      [2, 2],
    ],
  });
  expect(pointMarks(scene)[0]!.points).toHaveLength(2);
  expect(texts(scene)).toContain('2 points left out: NaN or infinite');
});

test('nothing to draw is said', () => {
  expect(texts(scatter({ points: [] }))).toContain('no data');
  expect(texts(scatter({ points: [], labels: [], classNames: ['a', 'b'] }))).toContain('b');
});

test('all of many points are drawn, in the order they come', () => {
  const points = Array.from({ length: 3001 }, (_, i) => [Math.sin(i), Math.cos(i * 3)]);
  const marks = pointMarks(scatter({ points, labels: points.map((_, i) => i % 2) }));
  expect(marks.reduce((count, mark) => count + mark.points.length, 0)).toBe(3001);
  expect(marks.length).toBeGreaterThan(20);
});

test('what cannot be read is an error', () => {
  expect(() =>
    scatter({
      points: [
        [0, 0],
        [1, 1],
      ],
      labels: [0],
    }),
  ).toThrow('scatter: points has 2 values, labels has 1');
  expect(() => scatter({ points: [[0, 0]], labels: [0.5] })).toThrow('scatter: labels[0] is 0.5, not a class label');
  expect(() => scatter({ points: [[0, 0, 0]] })).toThrow('scatter: points[0] has 3 values, expected x and y');
  expect(() => scatter({ points: [0, 1] as never })).toThrow('scatter: points[0]');
  expect(() => scatter({ points: null as never })).toThrow('scatter: points is null, not an array or a tensor');
  expect(() => scatter({ points: [['a', 1]] as never })).toThrow("scatter: points[0][0] is a string 'a', not a number");
  expect(() =>
    scatter({
      points: [
        [0, 0],
        [1, 1],
      ],
      labels: [0, 5],
      classNames: ['a', 'b', 'c'],
    }),
  ).toThrow('scatter: classNames has 3 names for 2 classes (0, 5)');
});

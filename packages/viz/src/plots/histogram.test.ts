import { expect, test } from 'vitest';
import { toSvg } from '../render/svg.js';
import type { Mark, PolygonMark, Scene } from '../scene.js';
import { histogram } from './histogram.js';

function heaps(scene: Scene): PolygonMark[] {
  const marks = scene.marks.flatMap((mark): readonly Mark[] => (mark.type === 'group' ? mark.marks : []));
  return marks.filter((mark) => mark.type === 'polygon');
}

test('each class has a heap, each run of filled bins a ring', () => {
  const scene = histogram({ probabilities: [0.01, 0.02, 0.3, 0.9, 0.92], labels: [0, 0, 0, 1, 1], bins: 10 });
  expect(heaps(scene).map(({ rings }) => rings.length)).toEqual([2, 1]);
});

test('0 and 1 fall into the first and the last bin', () => {
  const [heap] = heaps(histogram({ probabilities: [0, 1], bins: 4 }));
  expect(heap!.rings).toHaveLength(2);
});

test('the axis names the class whose probability it is', () => {
  const svg = toSvg(histogram({ probabilities: [0.2, 0.7], labels: [0, 1], classNames: ['rock', 'mine'] }));
  expect(svg).toContain('>predicted probability of mine</text>');
  expect(toSvg(histogram({ probabilities: [] }))).toContain('>no data</text>');
});

test('what is no probability, and bins that are no number of bins, are errors', () => {
  expect(() => histogram({ probabilities: [0.2, 1.2] })).toThrow('histogram: probabilities[1] is 1.2, outside [0, 1]');
  expect(() => histogram({ probabilities: [Number.NaN] })).toThrow('histogram: probabilities[0] is NaN');
  expect(() => histogram({ probabilities: [0.2], labels: [0, 1] })).toThrow('probabilities has 1 values, labels has 2');
  expect(() => histogram({ probabilities: [0.2], bins: 0 })).toThrow('histogram: bins is 0');
});

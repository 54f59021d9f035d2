import { contour, gridOver, type PlotOptions, type Scene } from '@kindling/viz';
import { bell, stream } from './data.js';

const centers = [
  [0, 0],
  [3, 0.5],
  [1.4, 2.8],
] as const;

export default function example(options: PlotOptions = {}): Scene {
  const next = stream(5);
  const labels = Array.from({ length: 120 }, (_, i) => i % 3);
  const points = labels.map((label): [number, number] => [
    centers[label]![0] + 0.7 * bell(next),
    centers[label]![1] + 0.7 * bell(next),
  ]);
  const grid = gridOver(points, { columns: 120, rows: 120 });
  // The nearest of three centres stands for a model.
  const nearest = (x: number, y: number): number => {
    const distances = centers.map(([cx, cy]) => Math.hypot(x - cx, y - cy));
    return distances.indexOf(Math.min(...distances));
  };
  const classes = grid.y.flatMap((y) => grid.x.map((x) => nearest(x, y)));
  return contour({
    ...options,
    grid,
    classes,
    points,
    labels,
    classNames: ['red', 'green', 'blue'].map((_, i) => `kind ${i + 1}`),
    title: 'What three classes claim',
    xLabel: 'x₁',
    yLabel: 'x₂',
  });
}

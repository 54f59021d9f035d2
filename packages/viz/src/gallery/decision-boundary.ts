import { decisionBoundary, gridOver, type PlotOptions, type Scene } from '@kindling/viz';
import { circles } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const { points, labels } = circles(240, 0.03, 7);
  const grid = gridOver(points, { columns: 40, rows: 40 });
  const logits = grid.y.flatMap((y) =>
    grid.x.map((x) => 34 * (0.81 - x * x - y * y) + 2 * Math.sin(5 * x) * Math.cos(4 * y)),
  );
  return decisionBoundary({
    ...options,
    grid,
    logits,
    points,
    labels,
    classNames: ['outer', 'inner'],
    xLabel: 'x₁',
    yLabel: 'x₂',
    title: 'Circles',
  });
}

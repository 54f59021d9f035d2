import { contour, gridOver, type PlotOptions, type Scene } from '@kindling/viz';
import { blobs } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const { points, labels } = blobs(60, 3, 8);
  const grid = gridOver(points, { columns: 40, rows: 40 });
  const values = grid.y.flatMap((y) => grid.x.map((x) => 1.4 * (x - y) + 0.5 * Math.sin(2 * x)));
  return contour({
    ...options,
    grid,
    values,
    levels: [-4, -2, 0, 2, 4],
    filled: false,
    dash: ['dotted', 'dashed', 'solid', 'dashed', 'dotted'],
    colors: 'plasma',
    lineWidth: 1.8,
    points,
    labels,
    label: 'logit',
    title: 'Logits as lines',
    xLabel: 'x₁',
    yLabel: 'x₂',
  });
}

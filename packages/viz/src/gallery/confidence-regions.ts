import { confidenceRegions, gridOver, type PlotOptions, type Scene } from '@kindling/viz';
import { blobs } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const { points, labels } = blobs(60, 3, 8);
  const grid = gridOver(points, { columns: 40, rows: 40 });
  const logits = grid.y.flatMap((y) => grid.x.map((x) => 0.9 * (x - y) + 0.4 * Math.sin(2 * x)));
  return confidenceRegions({
    ...options,
    grid,
    logits,
    points,
    labels,
    xLabel: 'x₁',
    yLabel: 'x₂',
    title: 'Where the model is sure',
  });
}

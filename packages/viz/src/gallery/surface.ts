import { gridOver, type PlotOptions, type Scene, surface } from '@kindling/viz';
import { blobs } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const { points, labels } = blobs(40, 4, 12);
  const grid = gridOver(points, { columns: 27, rows: 27 });
  const logits = grid.y.flatMap((y) => grid.x.map((x) => 1.3 * (x - y) + 0.6 * Math.sin(2 * y)));
  return surface({
    ...options,
    grid,
    logits,
    points,
    labels,
    heights: 'labels',
    view: { elevation: 25, azimuth: 140 },
    title: 'Probability over the plane',
    xLabel: 'x₁',
    yLabel: 'x₂',
    zLabel: 'p',
    label: 'p(class 1)',
  });
}

import { classifierFigure, gridOver, type PlotOptions, type Scene } from '@kindling/viz';
import { blobs, losses } from './data.js';

export default function example({ theme }: PlotOptions = {}): Scene {
  const { points, labels } = blobs(40, 4, 12);
  const grid = gridOver(points, { columns: 27, rows: 27 });
  const logits = grid.y.flatMap((y) => grid.x.map((x) => 1.3 * (x - y) + 0.6 * Math.sin(2 * y)));
  return classifierFigure({
    theme,
    grid,
    logits,
    points,
    labels,
    loss: losses(100, 0.65, 0.02, 0.05, 2),
    title: 'Two blobs',
  });
}

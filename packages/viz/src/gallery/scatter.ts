import { type PlotOptions, type Scene, scatter } from '@kindling/viz';
import { blobs } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const { points, labels } = blobs(120, 4, 1);
  return scatter({
    ...options,
    points,
    labels,
    classNames: ['rock', 'mine'],
    title: 'Two clouds',
    xLabel: 'x₁',
    yLabel: 'x₂',
  });
}

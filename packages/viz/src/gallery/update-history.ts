import { type PlotOptions, type Scene, updateHistory } from '@kindling/viz';
import { losses } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const gradient = losses(100, 3, 0.05, 0.06, 17);
  return updateHistory({
    ...options,
    gradient,
    update: gradient.map((size) => 0.1 * size),
    title: 'First layer: gradient and update',
  });
}

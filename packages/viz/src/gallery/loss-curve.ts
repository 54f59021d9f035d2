import { lossCurve, type PlotOptions, type Scene } from '@kindling/viz';
import { losses } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const validation = losses(60, 0.72, 0.3, 0.09, 3).map((loss, epoch) => loss + Math.max(0, epoch - 25) * 0.004);
  return lossCurve({
    ...options,
    series: [{ values: losses(60, 0.7, 0.08, 0.07, 2), validation }],
    title: 'Training and validation loss',
  });
}

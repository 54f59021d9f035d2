import { lossCurve, type PlotOptions, type Scene } from '@kindling/viz';
import { losses } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  return lossCurve({
    ...options,
    series: [
      { name: 'SGD', values: losses(300, 0.7, 0.02, 0.01, 4) },
      { name: 'SGD, momentum 0.9', values: losses(300, 0.7, 0.002, 0.03, 5) },
      { name: 'Adam', values: losses(300, 0.7, 0.0004, 0.05, 6) },
    ],
    scale: 'log',
    title: 'Three optimizers on the same network',
  });
}

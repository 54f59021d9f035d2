import { type PlotOptions, rocPlot, type Scene } from '@kindling/viz';
import { roc, scores } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  return rocPlot({
    ...options,
    curves: [
      { name: 'wide', ...roc(scores(60, 1.5, 9)) },
      { name: 'deep', ...roc(scores(60, 0.9, 10)) },
    ],
    title: 'Sonar: rocks and mines',
  });
}

import { type PlotOptions, precisionRecallPlot, type Scene } from '@kindling/viz';
import { measuresAt, scores } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const thresholds = Array.from({ length: 101 }, (_, i) => i / 100);
  const wide = measuresAt(scores(300, 1.3, 9), thresholds);
  const deep = measuresAt(scores(300, 0.8, 10), thresholds);
  return precisionRecallPlot({
    ...options,
    curves: [
      { name: 'wide', ...wide, averagePrecision: 0.934 },
      { name: 'deep', ...deep, averagePrecision: 0.812 },
    ],
    prevalence: 0.45,
  });
}

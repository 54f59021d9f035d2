import { type PlotOptions, type Scene, thresholdPlot } from '@kindling/viz';
import { measuresAt, scores } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const thresholds = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  const { precision, recall, F1, fpr } = measuresAt(scores(400, 1.1, 15), thresholds);
  const cost = recall.map((found, i) => 0.5 * (1 - found) + 0.5 * fpr[i]!);
  const measures = { precision, recall, F1, cost };
  return thresholdPlot({ ...options, thresholds, measures, chosen: 0.42, title: 'What a threshold leads to' });
}

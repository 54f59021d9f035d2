import { detPlot, type PlotOptions, type Scene } from '@kindling/viz';
import { measuresAt, scores } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const thresholds = Array.from({ length: 199 }, (_, i) => (i + 1) / 200);
  const curves = [
    { name: 'wide', skill: 1.3, seed: 9 },
    { name: 'deep', skill: 0.8, seed: 10 },
  ].map(({ name, skill, seed }) => {
    const { recall, fpr } = measuresAt(scores(800, skill, seed), thresholds);
    return { name, fpr, fnr: recall.map((found) => 1 - found) };
  });
  return detPlot({ ...options, curves });
}

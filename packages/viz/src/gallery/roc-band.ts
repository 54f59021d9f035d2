import { type PlotOptions, rocBand, type Scene } from '@kindling/viz';
import { roc, scores } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const folds = [1, 2, 3, 4, 5].map((seed) => roc(scores(60, 1.1, seed)));
  return rocBand({ ...options, folds, name: 'wide' });
}

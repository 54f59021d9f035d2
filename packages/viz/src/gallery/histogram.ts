import { histogram, type PlotOptions, type Scene } from '@kindling/viz';
import { scores } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  return histogram({ ...options, ...scores(600, 1.4, 11), classNames: ['rock', 'mine'] });
}

import { gainPlot, type PlotOptions, type Scene } from '@kindling/viz';
import { gains, scores } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const curves = [
    { name: 'wide', ...gains(scores(400, 1.3, 9)) },
    { name: 'deep', ...gains(scores(400, 0.8, 10)) },
  ];
  return gainPlot({ ...options, curves, prevalence: 0.45 });
}

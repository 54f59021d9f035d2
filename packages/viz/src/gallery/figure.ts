import { figure, type PlotOptions, type Scene } from '@kindling/viz';
import confusionMatrix from './confusion-matrix.js';
import decisionBoundary from './decision-boundary.js';
import lossCurve from './loss-curve.js';
import roc from './roc.js';

export default function example(options: PlotOptions = {}): Scene {
  const plots = [lossCurve, decisionBoundary, roc, confusionMatrix].map((plot) => plot(options));
  return figure({ plots, columns: 2, title: 'One run of training' });
}

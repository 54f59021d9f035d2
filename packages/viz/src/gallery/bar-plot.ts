import { barPlot, type PlotOptions, type Scene } from '@kindling/viz';

export default function example(options: PlotOptions = {}): Scene {
  return barPlot({
    ...options,
    names: ['accuracy', 'precision', 'recall', 'F1'],
    series: [
      { name: 'logistic regression', values: [0.77, 0.74, 0.79, 0.765], errors: [0.03, 0.05, 0.04, 0.035] },
      { name: 'MLP', values: [0.84, 0.83, 0.84, 0.835], errors: [0.02, 0.04, 0.05, 0.03] },
    ],
    valueLabel: 'mean of five folds',
    title: 'Two models on the sonar table',
  });
}

import { confusionMatrixPlot, type PlotOptions, type Scene } from '@kindling/viz';

export default function example(options: PlotOptions = {}): Scene {
  return confusionMatrixPlot({
    ...options,
    matrix: [
      [1041, 38, 7],
      [52, 830, 61],
      [3, 44, 924],
    ],
    classNames: ['setosa', 'versicolor', 'virginica'],
  });
}

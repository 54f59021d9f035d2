import { calibrationPlot, type PlotOptions, type Scene } from '@kindling/viz';

export default function example(options: PlotOptions = {}): Scene {
  return calibrationPlot({
    ...options,
    curves: [
      {
        name: 'wide',
        probPred: [0.05, 0.15, 0.25, 0.34, 0.46, 0.55, 0.66, 0.74, 0.85, 0.95],
        probTrue: [0.03, 0.13, 0.3, 0.33, 0.41, 0.6, 0.63, 0.79, 0.84, 0.97],
        counts: [180, 90, 60, 44, 40, 38, 47, 66, 110, 200],
      },
      {
        name: 'deep',
        probPred: [0.02, 0.14, 0.26, 0.35, 0.45, 0.56, 0.64, 0.76, 0.86, 0.98],
        probTrue: [0.11, 0.27, 0.36, 0.4, 0.47, 0.52, 0.58, 0.61, 0.72, 0.88],
        counts: [260, 40, 22, 18, 15, 14, 20, 28, 52, 330],
      },
    ],
  });
}

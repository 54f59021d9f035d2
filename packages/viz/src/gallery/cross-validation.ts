import { crossValidationPlot, type PlotOptions, type Scene } from '@kindling/viz';

export default function example(options: PlotOptions = {}): Scene {
  return crossValidationPlot({
    ...options,
    scores: {
      linear: [0.741, 0.759, 0.724, 0.793, 0.759],
      wide: [0.828, 0.862, 0.793, 0.828, 0.828],
      deep: [0.862, 0.828, 0.759, 0.862, 0.828],
    },
    yLabel: 'accuracy',
    title: 'Three designs on the same five folds',
  });
}

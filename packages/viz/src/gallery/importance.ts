import { importancePlot, type PlotOptions, type Scene } from '@kindling/viz';

export default function example(options: PlotOptions = {}): Scene {
  const names = Array.from({ length: 60 }, (_, i) => `band ${i + 1}`);
  const importances = names.map(
    (_, i) => 0.09 * Math.exp(-((i - 11) ** 2) / 40) + 0.04 * Math.exp(-((i - 44) ** 2) / 20),
  );
  const errors = importances.map((value) => 0.003 + value / 6);
  return importancePlot({ ...options, names, importances, errors, top: 10, valueLabel: 'loss of AUC when shuffled' });
}

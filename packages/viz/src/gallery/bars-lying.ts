import { barPlot, type PlotOptions, type Scene } from '@kindling/viz';

export default function example(options: PlotOptions = {}): Scene {
  return barPlot({
    ...options,
    names: ['energy in band 11', 'energy in band 45', 'energy in band 9', 'energy in band 36', 'energy in band 52'],
    series: [{ values: [0.092, 0.071, 0.04, 0.012, -0.006] }],
    horizontal: true,
    showValues: true,
    valueLabel: 'loss of AUC when shuffled',
    title: 'Bars of long names',
  });
}

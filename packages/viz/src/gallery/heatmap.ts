import { heatmap, type PlotOptions, type Scene } from '@kindling/viz';
import { bell, stream } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const next = stream(21);
  const names = ['age', 'income', 'visits', 'rooms', 'height'];
  const values = names.map((_, i) =>
    names.map((__, j) => (i === j ? 1 : Math.max(-1, Math.min(1, 0.45 * bell(next))))),
  );
  return heatmap({
    ...options,
    values,
    rowNames: names,
    columnNames: names,
    colors: 'RdBu',
    domain: [-1, 1],
    showValues: true,
    equal: true,
    label: 'correlation',
    title: 'Columns of a table',
  });
}

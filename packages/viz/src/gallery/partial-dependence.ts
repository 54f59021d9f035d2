import { type PlotOptions, partialDependencePlot, type Scene } from '@kindling/viz';
import { bell, stream } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const next = stream(8);
  const values = Array.from({ length: 16 }, (_, i) => 20 + i * 3);
  const individual = Array.from({ length: 25 }, () => {
    const [shift, slope] = [0.8 * bell(next), 0.08 + 0.02 * bell(next)];
    return values.map((age) => 1 / (1 + Math.exp(-(slope * (age - 42) + shift))));
  });
  const average = values.map((_, i) => individual.reduce((sum, curve) => sum + curve[i]!, 0) / individual.length);
  return partialDependencePlot({ ...options, values, average, individual, name: 'age', yLabel: 'p(leaves)' });
}

import { distributionHistory, type PlotOptions, type Scene } from '@kindling/viz';
import { bell, stream } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const next = stream(33);
  const values = Array.from({ length: 30 }, (_, epoch) =>
    Float32Array.from({ length: 400 }, (__, i) => bell(next) * (0.3 + epoch / 60) + (i % 3 === 0 ? epoch / 20 : 0)),
  );
  return distributionHistory({ ...options, values, yLabel: 'weight', title: 'Weights of a layer over training' });
}

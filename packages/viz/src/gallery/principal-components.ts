import { decisionBoundary, type PlotOptions, planeOver, type Scene } from '@kindling/viz';
import { bell, stream } from './data.js';

export default function example(options: PlotOptions = {}): Scene {
  const next = stream(19);
  const labels = Array.from({ length: 120 }, (_, i) => i % 2);
  // Five columns, of which two classes differ in three.
  const data = labels.map((label) => [0.9, -0.7, 0, 1.2, 0].map((shift) => bell(next) * 0.8 + shift * (2 * label - 1)));
  const plane = planeOver(data, { components: true, columns: 40, rows: 40 });
  const logits = Array.from({ length: plane.shape[0] }, (_, i) => {
    const [a, b, c, d] = plane.inputs.subarray(5 * i, 5 * i + 5) as unknown as [number, number, number, number];
    return 2 * a - 1.5 * b + 2 * d + 0.6 * Math.sin(2 * c) * a;
  });
  return decisionBoundary({
    ...options,
    grid: plane.grid,
    logits,
    points: plane.points,
    labels,
    title: `Five columns seen over two components (${Math.round(100 * plane.explained)} % of the variance)`,
    xLabel: 'first component',
    yLabel: 'second component',
  });
}

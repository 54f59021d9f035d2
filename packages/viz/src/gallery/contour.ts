import { contour, gridOver, type PlotOptions, type Scene } from '@kindling/viz';

const corners = [
  [-2, -2],
  [2, 2],
];

export default function example(options: PlotOptions = {}): Scene {
  const grid = gridOver(corners, { columns: 60, rows: 60, padding: 0 });
  // Rosenbrock's valley, on which optimizers are compared.
  const values = grid.y.flatMap((y) => grid.x.map((x) => Math.log10(1 + (1 - x) ** 2 + 20 * (y - x * x) ** 2)));
  return contour({
    ...options,
    grid,
    values,
    lines: true,
    lineColor: '#ffffff',
    lineWidth: 0.7,
    label: 'log₁₀(1 + f)',
    title: 'A narrow valley',
    xLabel: 'x',
    yLabel: 'y',
  });
}

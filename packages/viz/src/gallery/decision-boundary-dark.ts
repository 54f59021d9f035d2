import { decisionBoundary, gridOver, type Scene } from '@kindling/viz';
import { blobs } from './data.js';

export default function example(): Scene {
  const { points, labels } = blobs(60, 3, 8);
  const grid = gridOver(points, { columns: 40, rows: 40 });
  const probabilities = grid.y.flatMap((y) => grid.x.map((x) => 1 / (1 + Math.exp(-(x - y + 0.25 * Math.sin(3 * x))))));
  return decisionBoundary({ grid, probabilities, points, labels, title: 'Blobs, in the dark', theme: 'dark' });
}

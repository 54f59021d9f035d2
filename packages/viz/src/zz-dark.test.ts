import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { toPng } from './node.js';
import * as v from './index.js';
import { scores, roc, losses } from './gallery/data.js';
test('d', async () => {
  const theme = 'dark' as const;
  const s1 = scores(200, 1.5, 1), s2 = scores(200, 0.7, 2);
  const f = v.figure({ title: 'Dark', plots: [
    v.rocPlot({ theme, curves: [{ name: 'a', ...roc(s1) }, { name: 'b', ...roc(s2) }] }),
    v.histogram({ theme, ...s1 }), v.lossCurve({ theme, series: [{ values: losses(50, 1, 0.1, 0.1, 3), validation: losses(50, 1, 0.2, 0.1, 4) }] }),
    v.confusionMatrixPlot({ theme, matrix: [[90, 10], [3, 55]], classNames: ['rock', 'mine'] }),
    v.calibrationPlot({ theme, curves: [{ name: 'x', probTrue: [0.1, 0.3, 0.7], probPred: [0.2, 0.4, 0.8] }] }),
    v.scatter({ theme, points: [[0, 1], [1, 3], [2, 2]], labels: [0, 1, 2] }),
  ], columns: 3 });
  writeFileSync('/tmp/viz/dark.png', await toPng(f, { scale: 1 }));
  const pts: number[][] = Array.from({ length: 500 }, (_, i) => [Math.cos(i) * (i % 2 ? 0.8 : 1), Math.sin(i) * (i % 2 ? 0.8 : 1)]);
  const t = performance.now();
  const grid = v.gridOver(pts, { step: 0.01 });
  const logits = Float32Array.from({ length: grid.shape[0] }, (_, i) => 40 * (0.81 - grid.points[2 * i]! ** 2 - grid.points[2 * i + 1]! ** 2) + Math.sin(9 * grid.points[2 * i]!));
  const t1 = performance.now();
  const svg = v.toSvg(v.decisionBoundary({ grid, logits, points: pts, labels: pts.map((_, i) => i % 2) }));
  console.log(grid.shape, 'grid ms', t1 - t, 'plot ms', performance.now() - t1, 'svg bytes', svg.length);
});

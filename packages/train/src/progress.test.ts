import { expect, it } from 'vitest';
import { progressLine } from './progress.js';

const progress = {
  epoch: 3,
  epochs: 40,
  batch: 5,
  batches: 10,
  done: 0.0625,
  loss: 0.31234,
  valLoss: null,
  elapsed: 3,
  remaining: 45,
};

it('is a line that fits the terminal', () => {
  expect(progressLine(progress, 80)).toBe(
    'epoch 3/40 ━━──────────────────────────── 6% loss 0.3123 00:03<00:45'.replace(' 6%', '   6%'),
  );
  expect(progressLine({ ...progress, fold: 2, valLoss: 1, elapsed: 4000 }, 80)).toContain('fold 2 epoch 3/40');
  expect(progressLine({ ...progress, elapsed: 4000 }, 80)).toContain('1:06:40<00:45');
  for (const columns of [1, 20, 40, 60])
    expect(progressLine(progress, columns).length).toBeLessThan(Math.max(columns, 11));
});

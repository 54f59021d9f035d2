import { expect, test } from 'vitest';
import { ratesAt, thresholdAt } from './plots.js';
import type { Run } from './run.js';

const logits = Float32Array.from([-3, -1.2, 0.4, -0.3, 1.1, 2.6]);
const labels = Uint8Array.from([0, 0, 0, 1, 1, 1]);
const run = {
  ready: { points: { labels, heldOut: Uint8Array.from([0, 0, 0, 0, 0, 0]) } },
  metrics: { logits },
} as unknown as Run;

test('a place on the ROC curve stands for the threshold that gives it', () => {
  for (const place of [
    { x: 0, y: 2 / 3 },
    { x: 1 / 3, y: 1 },
    { x: 0, y: 1 / 3 },
  ]) {
    const rates = ratesAt([...labels], [...logits], thresholdAt('roc', run, place)!);
    expect([rates.fpr, rates.tpr]).toEqual([place.x, place.y]);
  }
});

test('on the other curves too', () => {
  expect(thresholdAt('calibration', run, { x: 0.311, y: 0 })).toBe(0.32);
  // Everything that is called class 1 is, and two of three are.
  const strict = thresholdAt('pr', run, { x: 2 / 3, y: 1 })!;
  expect(ratesAt([...labels], [...logits], strict)).toEqual({ fpr: 0, tpr: 2 / 3 });
});

test('there is none where nothing can be judged', () => {
  expect(thresholdAt('roc', undefined, { x: 0, y: 0 })).toBeNull();
  const one = { ready: { points: { labels: [1], heldOut: [0] } }, metrics: { logits: [1] } } as unknown as Run;
  expect(thresholdAt('roc', one, { x: 0, y: 0 })).toBeNull();
});

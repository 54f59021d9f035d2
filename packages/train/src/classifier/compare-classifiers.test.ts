import { cpu } from '@kindling/backend-cpu';
import { setBackend } from '@kindling/tensor-core';
import { beforeAll, expect, it } from 'vitest';
import { compareClassifiers, type FoldOfDesign } from './compare-classifiers.js';

beforeAll(async () => setBackend(await cpu()));

/** Inside of an interval or not: a line cannot tell. */
const rows = Array.from({ length: 120 }, (_, i) => ({
  x: i % 40,
  who: `p${i % 12}`,
  inside: Math.abs((i % 40) - 20) < 9 ? 'yes' : 'no',
}));
const task = { target: 'inside', positive: 'yes', drop: ['who'] };
const designs = {
  plain: { hidden: [], epochs: 10, members: 2 },
  network: { hidden: [16], epochs: 40, lr: 0.05, members: 2 },
};

it('trains all designs on the same folds, and tests them against the best', async () => {
  const told: FoldOfDesign[] = [];
  const options = { folds: 4, onFold: (event: FoldOfDesign) => void told.push(event) };
  const found = await compareClassifiers(rows, task, designs, options);
  expect(found.by).toBe('logLoss');
  expect(found.designs.map(({ design }) => design)).toEqual(['network', 'plain']);
  const [network, plain] = found.designs;
  expect(network!.difference).toBeNull();
  expect(plain!.difference!.estimate).toBeCloseTo(plain!.means.logLoss.estimate - network!.means.logLoss.estimate, 12);
  expect(plain!.difference!.pValue).toBeLessThan(0.05);
  for (const { folds, means } of found.designs) {
    expect(folds.map(({ rows }) => rows)).toEqual([30, 30, 30, 30]);
    expect(means.auc.low).toBeLessThanOrEqual(means.auc.estimate);
    expect(means.auc.high).toBeGreaterThanOrEqual(means.auc.estimate);
  }
  expect(told.map(({ design, fold }) => `${design} ${fold}`).slice(0, 3)).toEqual(['plain 1', 'network 1', 'plain 2']);
  expect(told.at(-1)!.done).toBe(1);
  expect(await compareClassifiers(rows, task, designs, { folds: 4 })).toEqual(found);
  const byAuc = await compareClassifiers(rows, task, designs, { folds: 4, by: 'auc' });
  expect(byAuc.designs[0]!.design).toBe('network');
});

it('keeps groups together, and says what makes no sense', async () => {
  const grouped = await compareClassifiers(
    rows,
    { target: 'inside', group: 'who' },
    { plain: designs.plain },
    { folds: 3 },
  );
  expect(grouped.designs[0]!.folds.reduce((sum, { rows: count }) => sum + count, 0)).toBe(120);
  await expect(compareClassifiers(rows, task, {})).rejects.toThrow('expects at least one design');
  await expect(compareClassifiers(rows, task, designs, { fold: 3 } as never)).rejects.toThrow("did you mean 'folds'?");
  await expect(compareClassifiers(rows, task, designs, { by: 'loss' as never })).rejects.toThrow(
    'by must be one of auc',
  );
  await expect(compareClassifiers(rows, task, { a: { hiden: [] } as never })).rejects.toThrow("did you mean 'hidden'?");
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(compareClassifiers(rows, task, designs, { signal })).rejects.toThrow('enough');
});

import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { customers } from '../customers.test-helper.js';
import { kindling, kindlingWith, temporaryFolder } from '../run.test-helper.js';

it('compares designs and a logistic regression on the same folds', async () => {
  const data = join(temporaryFolder(), 'customers.csv');
  writeFileSync(data, customers(120));
  const args = [
    'cv',
    '--jobs',
    '1',
    data,
    '--target',
    'left',
    '--model',
    'wide=16',
    '--model',
    'deep=8,8',
    '--folds',
    '3',
    '--epochs',
    '3',
  ];
  const told = await kindling(...args);
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toMatch(/^customers\.csv: 120 rows in 3 folds\n/);
  for (const part of ['wide', 'deep', 'logistic', 'log loss', 'intervals of 95 %', 'p = '])
    expect(told.out).toContain(part);
  const { designs, ...rest } = JSON.parse((await kindling(...args, '--json', '--by', 'auc')).out) as {
    designs: {
      design: string;
      folds: object[];
      means: Record<string, { low: number; estimate: number }>;
      difference: object | null;
    }[];
  };
  expect(rest).toMatchObject({ schema: 1, rows: 120, target: 'left', folds: 3, by: 'auc' });
  expect(designs.map(({ design }) => design).sort()).toEqual(['deep', 'logistic', 'wide']);
  expect(designs[0]!.difference).toBeNull();
  for (const { folds, means } of designs) {
    expect(folds).toHaveLength(3);
    expect(means.auc!.low).toBeLessThanOrEqual(means.auc!.estimate);
  }
  expect((await kindling(...args, '--model', 'wide=3')).err).toMatch(/^kindling: two designs are called "wide"/);
  expect((await kindling(...args, '--model', 'broken')).code).toBe(2);
  expect((await kindling(...args, '--group', 'twn')).err).toContain('did you mean "town"?');
});

it('stops at Ctrl-C', async () => {
  const data = join(temporaryFolder(), 'customers.csv');
  writeFileSync(data, customers(200));
  const signals = new EventEmitter();
  signals.on('newListener', (name) => name === 'SIGINT' && setTimeout(() => signals.emit('SIGINT'), 100));
  const run = await kindlingWith({ signals }, 'cv', data, '--target', 'left', '--jobs', '1');
  expect(run).toMatchObject({ code: 130, err: 'Stopped.\n' });
});

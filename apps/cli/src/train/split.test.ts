import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kindling, temporaryFolder } from '../run.test-helper.js';

/** Visits of patients on days that go on. */
function visits(rows = 120): { folder: string; data: string } {
  const folder = temporaryFolder();
  const data = join(folder, 'visits.csv');
  const lines = Array.from({ length: rows }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    return `p${i % 30},${day},${(i * 37) % 50},${(i * 37) % 50 > 20 ? 'yes' : 'no'}`;
  });
  writeFileSync(data, `patient,day,score,ill\n${lines.join('\n')}\n`);
  return { folder, data };
}

const quick = ['--target', 'ill', '--epochs', '3', '--json'];

async function lines(folder: string): Promise<number[]> {
  const { readFileSync } = await import('node:fs');
  return readFileSync(join(folder, 'predictions.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',')[0]));
}

it('keeps the rows of a group together', async () => {
  const { folder, data } = visits();
  const run = await kindling('train', data, ...quick, '--group', 'patient', '--drop', 'day', '--out', folder);
  expect(run).toMatchObject({ code: 0, err: '' });
  const { features, rows } = JSON.parse(run.out) as { features: string[]; rows: object };
  expect(features).toEqual(['score']);
  expect(rows).toEqual({ train: 88, test: 32 });
  // Row i of the table is line i + 2, of patient i % 30.
  const counts = new Map<number, number>();
  for (const line of await lines(folder)) counts.set((line - 2) % 30, (counts.get((line - 2) % 30) ?? 0) + 1);
  expect([...counts.values()]).toEqual(Array(8).fill(4));
});

it('tests on the last rows by time, and does not learn from it', async () => {
  const { folder, data } = visits();
  const run = await kindling(
    'train',
    data,
    ...quick,
    '--time',
    'day',
    '--drop',
    'patient',
    '--test-size',
    '0.2',
    '--out',
    folder,
  );
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(run.out)).toMatchObject({ features: ['score'], rows: { train: 96, test: 24 } });
  expect(Math.min(...(await lines(folder)))).toBe(98);
});

it('says what does not fit', async () => {
  const { folder, data } = visits();
  const failing: [flags: string[], message: RegExp][] = [
    [['--group', 'patiant'], /no column "patiant"; did you mean "patient"\?/],
    [['--time', 'patient'], /column "patient": neither dates nor numbers, to order rows by; name another --time/],
    [['--time', 'day', '--group', 'patient'], /give --group or --time, not both/],
    [['--backend', 'gpu', '--threads', '2'], /--threads is about the CPU/],
  ];
  for (const [flags, message] of failing) {
    const run = await kindling('train', data, ...quick, ...flags, '--out', folder);
    expect(run.err).toMatch(message);
    expect(run.code).toBe(1);
  }
});

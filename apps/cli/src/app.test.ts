import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindling, temporaryFolder } from './run.test-helper.js';

/** A table that the demo can learn in a moment. */
function table(rows = 60): string {
  return Array.from({ length: rows }, (_, i) => `${i % 2}.${i},${(i * 7) % 5},${i % 2 === 0 ? 'no' : 'yes'}`).join(
    '\n',
  );
}

describe('usage errors: exit code 2, one line, nothing on standard output', () => {
  it.each([
    [['demo', 'blobs', '--foo'], '--foo'],
    [['demo', 'nope'], 'nope'],
    [['demo', 'blobs', '--epochs', '0'], '"0" is not a whole number from 1'],
    [['demo', 'blobs', '--epochs', '1.5'], '"1.5" is not a whole number from 1'],
    [['demo', 'blobs', '--rng', 'mersenne'], 'mersenne'],
    [['demo', 'blobs', '--n', '1'], 'there are two classes'],
    [['demo', 'circles', '--n', '20'], '-n'],
    [['demo', 'blobs', 'extra'], 'extra'],
  ])('%j', async (args, message) => {
    const { code, out, err } = await kindling(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

it('a line of usage fits, and every flag is listed below it, with examples', async () => {
  for (const command of ['train', 'cv', 'tune', 'predict', 'serve', 'export']) {
    const { code, out } = await kindling(command, '--help');
    expect(code).toBe(0);
    const usage = out.split('\n').filter((line) => line.startsWith(`  kindling ${command} `));
    expect(usage[0]!.length).toBeLessThan(80);
    expect(out).toContain('Examples:');
  }
  expect((await kindling('train', '--help')).out).toMatch(/\[--threshold\]/);
});

describe('errors of a run: exit code 1, one line that names the place, no file', () => {
  const cases: [name: string, csv: string | null, flags: string[], message: RegExp][] = [
    ['a missing file', null, [], /cannot read .*table\.csv: no such file/],
    ['a ragged table', '1,2,a\n3,b\n', [], /table\.csv line 2: 2 fields, expected 3/],
    ['a feature that is no number', '1,2,a\n3,x,b\n', [], /line 2.*"x" is not a number/],
    ['NaN', '1,2,a\n3,NaN,b\n', [], /line 2.*NaN/],
    ['an empty field', '1,2,a\n3,,b\n', [], /line 2.*empty/],
    ['one class only', '1,2,a\n3,4,a\n', [], /class/],
    ['three classes', '1,2,a\n3,4,b\n5,6,c\n', [], /class|label/],
    ['no such column', 'x,y,label\n1,2,a\n3,4,b\n', ['--header', '--target', 'kind'], /no column "kind".*x, y, label/],
    ['an empty file', '', [], /no rows/],
    ['too few rows for the folds', table(8), [], /folds|rows/],
  ];
  it.each(cases)('%s', async (_, csv, flags, message) => {
    const folder = temporaryFolder();
    const file = join(folder, 'table.csv');
    const out = join(folder, 'out');
    if (csv !== null) writeFileSync(file, csv);
    const run = await kindling('demo', 'sonar', '--data', file, '--epochs', '2', '--out', out, ...flags);
    expect(run.err).toMatch(message);
    expect(run.err.trim().split('\n')).toHaveLength(1);
    expect(run.err).not.toMatch(/\n\s+at /);
    expect(run.code).toBe(1);
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
  });

  it('an output folder that is a file, and one that cannot be made', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'file');
    writeFileSync(file, 'kept');
    for (const out of [file, join(file, 'below')]) {
      const { code, err } = await kindling('demo', 'blobs', '--epochs', '1', '--out', out);
      expect(code).toBe(1);
      expect(err).toMatch(/^kindling: cannot write to the output folder .*: .+\n$/);
    }
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it('a seed that PyTorch does not take, and a GPU where there is none', async () => {
    const out = temporaryFolder();
    expect(await kindling('demo', 'blobs', '--rng', 'torch', '--seed', 'abc', '--out', out)).toMatchObject({
      code: 1,
      out: '',
    });
    expect((await kindling('demo', 'blobs', '--backend', 'gpu', '--out', out)).err).toMatch(
      /^kindling: --backend gpu: none is to be had; kindling doctor says why/,
    );
    expect(readdirSync(out)).toEqual([]);
  });

  it('what computes, where that is to be the faster, and why', async () => {
    const out = temporaryFolder();
    const run = await kindling('demo', 'blobs', '--epochs', '1', '--backend', 'auto', '--out', out);
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/^backend: cpu\. gpu: no GPU was found\. webgl2: .*; webgpu: .+\n/);
    expect(readdirSync(out)).not.toEqual([]);
  });

  it('flags that describe a table, without one', async () => {
    expect((await kindling('demo', 'sonar', '--header')).err).toContain('--data');
  });
});

describe('demo sonar --data', () => {
  it('learns from a table of the user, with a header and the label in any column', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'table.csv');
    const rows = table()
      .split('\n')
      .map((line) => line.split(',').reverse().join(','));
    writeFileSync(file, `label,b,a\n${rows.join('\n')}\n`);
    const { code, out } = await kindling(
      'demo',
      'sonar',
      '--data',
      file,
      '--header',
      '--target',
      'label',
      '--epochs',
      '3',
      '--out',
      folder,
      '--json',
    );
    expect(code).toBe(0);
    const result = JSON.parse(out) as {
      cv: { wide: { folds: number[][] } };
      split: { train: number[] };
      files: string[];
    };
    expect(result.cv.wide.folds.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 42 }, (_, i) => i));
    expect(result.files.length).toBeGreaterThan(0);
    for (const written of result.files) expect(existsSync(written)).toBe(true);
  });
});

describe('demo blobs', () => {
  it('prints the tutorial line by line, and says where the pictures are', async () => {
    const folder = temporaryFolder();
    const { code, out } = await kindling('demo', 'blobs', '--rng', 'torch', '--seed', '42', '--out', folder);
    expect(code).toBe(0);
    expect(out).toContain('0.4171 0.4157 0.4185 0.4114 0.4372');
    for (const line of [
      'Epoch: 1, train loss: 0.6443',
      'Epoch: 2, train loss: 0.5402',
      'Epoch: 99, train loss: 0.0210',
      'Epoch: 100, train loss: 0.0208',
    ]) {
      expect(out.split('\n')).toContain(line);
    }
    expect(out).toContain('Mean prediction for class 1: 0.9774, for class 0: 0.0179');
    expect(out).toContain('Accuracy: 100.0 %');
    expect(out).toContain(folder);
    expect(readdirSync(folder).sort()).toEqual(
      ['boundary', 'data', 'figure', 'loss', 'updates'].flatMap((name) => [`blobs-${name}.png`, `blobs-${name}.svg`]),
    );
  });

  it('gives the same document for the same seed, and another for another, whether a number or a word', async () => {
    const folder = temporaryFolder();
    const run = async (seed: string): Promise<unknown> => {
      const { out } = await kindling('demo', 'blobs', '--seed', seed, '--epochs', '5', '--out', folder, '--json');
      expect(out.trim().split('\n')).toHaveLength(1);
      return JSON.parse(out);
    };
    const first = await run('7');
    expect(await run('7')).toEqual(first);
    expect(await run('eight')).not.toMatchObject({ loss: (first as { loss: number[] }).loss });
  });

  it('says its version', async () => {
    expect((await kindling('--version')).out.trim()).toBe('1.2.3');
  });
});

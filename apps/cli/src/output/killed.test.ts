import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { cpu } from '@kindling/backend-cpu';
import { setBackend } from '@kindling/tensor-core';
import { Classifier } from '@kindling/train';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Built, builtCommand } from '../built.test-helper.js';
import { customers } from '../customers.test-helper.js';
import { temporaryFolder } from '../run.test-helper.js';

let built: Built;
beforeAll(async () => {
  setBackend(await cpu());
  built = await builtCommand();
}, 240_000);

interface Place {
  readonly folder: string;
  readonly data: string;
  readonly model: string;
}

/** A table and a model of it. */
async function trained(): Promise<Place> {
  const folder = temporaryFolder();
  const [data, model] = [join(folder, 'customers.csv'), join(folder, 'model')];
  writeFileSync(data, customers(160));
  const run = built.start(
    'train',
    data,
    '--target',
    'left',
    '--epochs',
    '3',
    '--folds',
    '2',
    '--out',
    model,
    '--quiet',
  );
  expect(await run.ended, run.printed.err).toBe(0);
  return { folder, data, model };
}

/** Files that stay, whole as they are. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => !/\.partial$|training-.*\.safetensors/.test(path))
      .map((path) => [path, readFileSync(path, 'latin1')]),
  );
}

describe('killed at any moment', () => {
  it('train leaves each file as it was or as it becomes, and goes on to the same weights', {
    timeout: 400_000,
  }, async () => {
    const { folder, data, model } = await trained();
    const before = contents(model);
    const args = (out: string): string[] => [
      'train',
      data,
      '--target',
      'left',
      '--epochs',
      '60',
      '--patience',
      '60',
      '--hidden',
      '48',
      '--folds',
      '3',
      '--seed',
      '9',
      '--out',
      out,
    ];
    const whole = join(folder, 'whole');
    expect(await built.start(...args(whole), '--quiet').ended).toBe(0);
    const wanted = contents(whole);
    const weights = readFileSync(join(whole, 'classifier.safetensors'));
    for (const wait of [1500, 2500, 3500, 4500]) {
      const run = built.start(...args(model), '--resume', '--quiet');
      await Promise.race([after(wait), run.ended]);
      run.child.kill('SIGKILL');
      await run.ended;
      for (const [path, content] of Object.entries(contents(model))) {
        // The new one, or what lay there before; what names the command differs.
        if (/metrics\.json|command\.txt|report\.html/.test(path)) expect(content.length).toBeGreaterThan(10);
        else expect([before[path], wanted[path.replace(model, whole)]], path).toContain(content);
      }
      Classifier.fromBytes(readFileSync(join(model, 'classifier.safetensors')));
    }
    const last = built.start(...args(model), '--resume', '--quiet');
    expect(await last.ended, last.printed.err).toBe(0);
    expect(readFileSync(join(model, 'classifier.safetensors')).equals(weights)).toBe(true);
  });

  it('predict, export and new leave the old file or the new one', { timeout: 240_000 }, async () => {
    const { folder, model } = await trained();
    const big = join(folder, 'big.csv');
    writeFileSync(big, customers(200_000, 7));
    const out = join(folder, 'out.csv');
    writeFileSync(out, 'old');
    for (const wait of [300, 700, 1100]) {
      const run = built.start('predict', model, big, '-o', out);
      await Promise.race([after(wait), run.ended]);
      run.child.kill('SIGKILL');
      await run.ended;
      const text = readFileSync(out, 'utf8');
      if (text !== 'old') expect(text.trimEnd().split('\n')).toHaveLength(200_001);
    }
    const onnx = join(folder, 'model.onnx');
    writeFileSync(onnx, 'old');
    const whole = join(folder, 'whole.onnx');
    expect(await built.start('export', model, '-o', whole).ended).toBe(0);
    for (const wait of [200, 400, 600]) {
      const run = built.start('export', model, '-o', onnx);
      await Promise.race([after(wait), run.ended]);
      run.child.kill('SIGKILL');
      await run.ended;
      expect(['old', readFileSync(whole, 'latin1')]).toContain(readFileSync(onnx, 'latin1'));
    }
    const project = join(folder, 'project');
    const run = built.start('new', project);
    await Promise.race([after(150), run.ended]);
    run.child.kill('SIGKILL');
    await run.ended;
    if (existsSync(project))
      for (const content of Object.values(contents(project))) expect(content.length).toBeGreaterThan(10);
  });
});

// Linux has this file, on which there is never room.
const full = existsSync('/dev/full');
/** A small file system of its own; only where this may mount one. */
function smallDisk(folder: string): boolean {
  mkdirSync(folder);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status !== 0) return false;
  onTestFinished(() => void spawnSync('umount', [folder]));
  return true;
}

describe('an output that cannot be written', () => {
  it.skipIf(!full)('a full disk behind standard output is an error of one line', { timeout: 120_000 }, async () => {
    const { data, model } = await trained();
    for (const args of [
      ['predict', model, data],
      ['inspect', model],
      ['train', data, '--target', 'left', '--epochs', '1', '--out', model],
    ]) {
      const line = args.map((arg) => `'${arg}'`).join(' ');
      const run = spawnSync('sh', ['-c', `'${process.execPath}' '${built.main}' ${line} > /dev/full`], {
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('kindling: cannot write to standard output: no space is left\n');
      expect(run.status).toBe(1);
    }
  });

  it('a reader that has gone is an error of one line', { timeout: 120_000 }, async () => {
    const { folder, model } = await trained();
    const big = join(folder, 'big.csv');
    writeFileSync(big, customers(60_000, 7));
    const command = `{ '${process.execPath}' '${built.main}' predict '${model}' '${big}'; echo "code $?" >&2; } | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect(stdout.trim()).toBe('line,prediction,probability of yes');
    expect(stderr).toBe('kindling: cannot write to standard output: its reader has gone\ncode 1\n');
  });

  it('a full disk under a file leaves the old one, and says so in one line', { timeout: 240_000 }, async (context) => {
    const { folder, data, model } = await trained();
    const disk = join(folder, 'disk');
    if (!smallDisk(disk)) context.skip('no file system may be mounted here');
    const big = join(folder, 'big.csv');
    writeFileSync(big, customers(60_000, 7));
    writeFileSync(join(disk, 'out.csv'), 'old');
    const predict = built.start('predict', model, big, '-o', join(disk, 'out.csv'));
    expect(await predict.ended).toBe(1);
    expect(predict.printed.err).toMatch(/^kindling: cannot write .*out\.csv: no space is left\n$/);
    const train = built.start('train', data, '--target', 'left', '--epochs', '2', '--out', join(disk, 'model'));
    expect(await train.ended).toBe(1);
    expect(train.printed.err).toMatch(/^kindling: .*no space is left.*\n$/);
    expect(readFileSync(join(disk, 'out.csv'), 'utf8')).toBe('old');
    expect(readdirSync(disk, { recursive: true }).filter((name) => String(name).endsWith('.partial'))).toEqual([]);
  });
});

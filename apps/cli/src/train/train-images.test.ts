import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digitsFolder } from '@kindling/data/images';
import { expect, it } from 'vitest';
import { kindling, temporaryFolder } from '../run.test-helper.js';

const quick = ['--image-size', '8', '--filters', '8,16', '--epochs', '8', '--folds', '2', '--lr', '0.01'];

it('a folder of image folders becomes a model, judged beside a plain one, that predicts files and folders', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'model');
  const run = await kindling(
    'train',
    digitsFolder('train'),
    '--test',
    digitsFolder('test'),
    ...quick,
    '--out',
    out,
    '--json',
  );
  expect(run.err).toBe('');
  const document = JSON.parse(run.out) as {
    test: { auc: number };
    baselines: object;
    files: string[];
    warnings: string[];
  };
  expect(document).toMatchObject({ schema: 1, kind: 'images', positive: '8', negative: '3', rows: { test: 88 } });
  expect(document.test.auc).toBeGreaterThan(0.95);
  expect(Object.keys(document.baselines)).toEqual(['logistic', 'majority']);
  expect(readdirSync(out).sort()).toEqual([
    'classifier.safetensors',
    'command.txt',
    'metrics.json',
    'pictures',
    'predictions.csv',
    'report.html',
  ]);
  const page = readFileSync(join(out, 'report.html'), 'utf8');
  expect(page).toContain(`<span class="value">${document.test.auc.toFixed(3)}</span>`);
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  const own = readFileSync(join(out, 'predictions.csv'), 'utf8').trim().split('\n');
  expect(own[0]).toBe('image,prediction,probability of 8,true class');
  expect(own).toHaveLength(89);

  const predictions = join(folder, 'predictions.csv');
  expect(await kindling('predict', out, digitsFolder('test'), '-o', predictions)).toEqual({
    code: 0,
    out: '',
    err: '',
  });
  expect(readFileSync(predictions, 'utf8').trim().split('\n')).toEqual(
    own.map((line) => line.split(',').slice(0, 3).join()),
  );
  const name = own[1]!.split(',')[0]!;
  const one = await kindling('predict', out, join(digitsFolder('test'), name));
  const [image, label, p] = one.out.split('\n')[1]!.split(',');
  expect([image, label]).toEqual([name.replace(/^\w+\//, ''), own[1]!.split(',')[1]]);
  expect(Math.abs(Number(p) - Number(own[1]!.split(',')[2]))).toBeLessThan(1e-6);
  const measured = await kindling('evaluate', out, digitsFolder('test'), '--json');
  expect(JSON.parse(measured.out)).toMatchObject({ schema: 1, auc: document.test.auc });
  expect((await kindling('inspect', out)).out).toContain('filters 8, 16');
  for (const command of [
    ['serve', out],
    ['export', out, '-o', join(folder, 'a.onnx')],
  ])
    expect((await kindling(...command)).err).toMatch(
      /^kindling: .*tells images apart; predict, evaluate and inspect take it/,
    );
});

it('splits by itself, says what it did, and is the same from the same seed', async () => {
  const folder = temporaryFolder();
  const args = (out: string): string[] => [
    'train',
    digitsFolder('test'),
    ...quick,
    '--positive',
    '3',
    '--hidden',
    '8',
    '--out',
    join(folder, out),
  ];
  const told = await kindling(...args('a'));
  expect(told.err).toBe('');
  for (const part of ['test: 88 images, 66 to train on', 'On 22 test images:', 'logistic', 'majority', 'By log loss'])
    expect(told.out).toContain(part);
  await kindling(...args('b'), '--quiet');
  const predictions = (out: string): string => readFileSync(join(folder, out, 'predictions.csv'), 'utf8');
  expect(predictions('b')).toBe(predictions('a'));
});

it('warns of images that are trained on and tested on, and errors are one line', async () => {
  const folder = temporaryFolder();
  const images = join(folder, 'images');
  for (const label of ['3', '8']) {
    mkdirSync(join(images, label), { recursive: true });
    const from = join(digitsFolder('test'), label);
    for (const file of readdirSync(from).slice(0, 12)) cpSync(join(from, file), join(images, label, file));
  }
  const out = join(folder, 'out');
  const same = await kindling('train', images, '--test', images, ...quick, '--out', out, '--json');
  expect((JSON.parse(same.out) as { warnings: string[] }).warnings[0]).toMatch(
    /^24 test images stand among the training images too/,
  );
  const fails = async (args: string[], message: RegExp): Promise<void> => {
    const run = await kindling('train', ...args);
    expect(run.err).toMatch(message);
    expect(run.err.trim().split('\n')).toHaveLength(1);
    expect(run.code).toBe(1);
  };
  await fails([images, '--target', 'x'], /^kindling: --target is about tables/);
  await fails([images, '--positive', '9', '--out', out], /there is no class "9"; there are "3" and "8"/);
  cpSync(join(images, '3'), join(images, '4'), { recursive: true });
  await fails([images], /^kindling: images: 3 folders with images \(3, 4, 8\); train tells two classes apart/);
  rmSync(join(images, '4'), { recursive: true });
  await fails([join(images, '3')], /has no class folders with images in them/);
  writeFileSync(join(images, '3', 'broken.png'), 'no image');
  await fails([images, '--out', join(folder, 'other')], /broken\.png: this is no PNG, JPEG, WebP, GIF or BMP/);
  expect(existsSync(join(folder, 'other')) ? readdirSync(join(folder, 'other')) : []).toEqual([]);
  await fails(['x.csv'], /^kindling: cannot read x\.csv: no such file or folder/);
  await fails(['x.csv', '--target', 'y', '--filters', '3'], /--filters are about folders of images/);
  expect((await kindling('predict', out, join(folder, 'none'))).err).toMatch(
    /^kindling: cannot read .*none: no such file/,
  );
});

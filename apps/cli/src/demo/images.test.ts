import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digitsFolder } from '@kindling/data/images';
import { describe, expect, it } from 'vitest';
import { kindling, temporaryFolder } from '../run.test-helper.js';

interface Result {
  readonly task: string;
  readonly models: readonly {
    readonly name: string;
    readonly accuracy: number;
    readonly auc: number;
    readonly loss: number[];
  }[];
  readonly files: readonly string[];
}

async function demo(task: string, ...flags: string[]): Promise<Result> {
  const { out, err, code } = await kindling('demo', task, '--json', '--out', temporaryFolder(), ...flags);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as Result;
}

describe('demo images', () => {
  it('tells 97 of 100 held-out digits, and draws what it saw', { timeout: 120_000 }, async () => {
    const { models, files } = await demo('images', '--seed', '42');
    const accuracy = models.map((model) => model.accuracy);
    expect(models.map(({ name }) => name)).toEqual([
      '24 images',
      '24 images, augmented',
      'all images',
      'all images, augmented',
      'the best again',
    ]);
    expect(accuracy[4]).toBeGreaterThanOrEqual(0.97);
    expect(models[2]!.loss).toHaveLength(40);
    for (const file of files) expect(existsSync(file)).toBe(true);
    expect(files).toHaveLength(10);
  });

  it('learns from a folder of the user, of which it holds out a quarter', async () => {
    const { models } = await demo(
      'images',
      '--data',
      digitsFolder('test'),
      '--epochs',
      '2',
      '--augment',
      'shift',
      '--size',
      '12',
    );
    expect(models).toHaveLength(5);
    for (const { auc } of models) expect(auc).toBeLessThanOrEqual(1);
  });

  it('learns three classes', async () => {
    const own = join(temporaryFolder(), 'own');
    cpSync(digitsFolder('test'), own, { recursive: true });
    mkdirSync(join(own, 'more'));
    for (const name of readdirSync(join(own, '8')).slice(20)) renameSync(join(own, '8', name), join(own, 'more', name));
    const { models, files } = await demo('images', '--data', own, '--epochs', '2', '--few', '10');
    for (const { accuracy, auc } of models) expect(Math.max(accuracy, auc)).toBeLessThanOrEqual(1);
    for (const file of files) expect(existsSync(file)).toBe(true);
  });

  it.each<[string, (folder: string) => void, RegExp]>([
    [
      'images of several sizes without --size',
      (own) => {
        cpSync(digitsFolder('test'), own, { recursive: true });
        // A GIF of two pixels: the bytes say which format it is.
        writeFileSync(join(own, '3/0000.png'), 'R0lGODdhAgABAIAAAAAAAP///ywAAAAAAgABAAACAkQKADs=', 'base64');
      },
      /own\/3\/0000\.png.*\[1, 1, 2\].*one size: add a Resize/,
    ],
    ['a folder that does not exist', () => {}, /^kindling: ImageFolder: cannot read .*own: no such file or folder\n$/],
    [
      'one class',
      (own) => cpSync(join(digitsFolder('test'), '3'), join(own, '3'), { recursive: true }),
      /at least two class folders are needed, and there is one, "3"/,
    ],
    [
      'an empty class',
      (own) => {
        cpSync(digitsFolder('test'), own, { recursive: true });
        mkdirSync(join(own, '9'));
      },
      /no images in .*own\/9/,
    ],
    [
      'a corrupt image',
      (own) => {
        cpSync(digitsFolder('test'), own, { recursive: true });
        writeFileSync(join(own, '3/0000.png'), 'x');
      },
      /own\/3\/0000\.png: this is no PNG/,
    ],
  ])('%s is one line, and exit code 1', async (_, make, message) => {
    const own = join(temporaryFolder(), 'own');
    make(own);
    const { code, err } = await kindling('demo', 'images', '--data', own, '--epochs', '1', '--out', temporaryFolder());
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('says which augmentations there are', async () => {
    const { code, err } = await kindling('demo', 'images', '--augment', 'flap', '--out', temporaryFolder());
    expect([code, err]).toEqual([
      1,
      'kindling: "flap" is no augmentation; there are flip, rotate, shift, joined by commas, and none\n',
    ]);
  });
});

describe('demo logistic', () => {
  it('separates the blobs, and does better than chance on sonar', { timeout: 60_000 }, async () => {
    const { models, files } = await demo('logistic', '--epochs', '30');
    expect(models).toHaveLength(8);
    expect(models[0]).toMatchObject({ name: 'Blobs: logistic', accuracy: 1 });
    for (const { accuracy } of models.slice(4)) expect(accuracy).toBeGreaterThan(0.65);
    for (const file of files) expect(existsSync(file)).toBe(true);
  });
});

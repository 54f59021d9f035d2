import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digitsFolder } from '@kindling/data/images';
import { expect, it } from 'vitest';
import { customers } from './customers.test-helper.js';
import { kindling, temporaryFolder } from './run.test-helper.js';

const page = readFileSync(join(import.meta.dirname, '../../../docs/guide/command.md'), 'utf8');
/** The document of `train` as the guide shows it. */
const shown = JSON.parse(`{${/"schema": 1[\s\S]+?\n}/.exec(page)![0]}`) as Record<string, object>;

type Document = Record<string, unknown>;

async function json(...args: string[]): Promise<Document> {
  const { out, err } = await kindling(...args, '--json');
  expect(err).toBe('');
  expect(out.trim().split('\n')).toHaveLength(1);
  return JSON.parse(out) as Document;
}

/** The keys that the guide's row about a command names. */
function named(command: string): string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${command} `))!;
  return [...row.split('|')[2]!.matchAll(/`(\w+)`/g)].map(([, key]) => key!);
}

/** Whatever a document has is named; whatever is only named may stand deeper in it. */
function expectNamed(document: Document, names: readonly string[], what: string): void {
  expect(document.schema, what).toBe(1);
  for (const key of Object.keys(document)) expect(['schema', ...names], what).toContain(key);
}

it('documents of tables have the keys that the guide lists, and their version', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const [data, model] = [join(folder, 'customers.csv'), join(folder, 'model')];
  writeFileSync(data, customers(120));
  const quick = ['--target', 'left', '--epochs', '2'];
  const trained = await json('train', data, ...quick, '--folds', '3', '--out', model);
  expect(Object.keys(trained).sort()).toEqual(Object.keys(shown).sort());
  for (const key of ['test', 'cv', 'rows'])
    expect(Object.keys(trained[key] as object).sort(), key).toEqual(Object.keys(shown[key]!).sort());
  expect(trained.cv).toMatchObject({ folds: 3, rows: 90 });
  const inspected = await json('inspect', model);
  expect(trained.cv).toEqual({ folds: 3, ...(inspected.validation as object) });
  const metrics = JSON.parse(readFileSync(join(model, 'metrics.json'), 'utf8')) as Document;
  const { seconds: _, files: __, ...same } = trained;
  expect(metrics).toEqual({ ...same, command: expect.stringMatching(/^kindling train /) });

  const evaluated = await json('evaluate', model, data);
  expectNamed(evaluated, [...named('`evaluate`'), ...Object.keys(shown.test!)], 'evaluate');
  expectNamed(inspected, named('`inspect MODEL`'), 'inspect MODEL');
  expectNamed(await json('inspect', data), named('`inspect data.csv`'), 'inspect data.csv');
  const folds = ['--folds', '2', '--jobs', '1'];
  const compared = await json('cv', data, ...quick, ...folds);
  expectNamed(compared, named('`cv`'), 'cv');
  for (const design of compared.designs as Document[])
    for (const key of Object.keys(design)) expect(named('`cv`')).toContain(key);
  const tuned = await json('tune', data, ...quick, ...folds, '--trials', '2', '--out', model);
  expectNamed(tuned, ['search', ...Object.keys(trained)], 'tune');
  for (const key of Object.keys(tuned.search as object)) expect(named('`tune`')).toContain(key);
  for (const key of Object.keys((tuned.search as { trials: object[] }).trials[0]!))
    expect(named('`tune`')).toContain(key);
});

it('so have those of images', { timeout: 120_000 }, async () => {
  const model = join(temporaryFolder(), 'model');
  const images = digitsFolder('test');
  const small = ['--image-size', '8', '--filters', '4', '--hidden', '4', '--epochs', '2', '--folds', '2'];
  const trained = await json('train', images, ...small, '--out', model);
  const keys = Object.keys(shown).filter((key) => !['features', 'target', 'importance'].includes(key));
  expect(Object.keys(trained).sort()).toEqual(['kind', 'design', ...keys].sort());
  for (const key of ['test', 'cv'])
    expect(Object.keys(trained[key] as object).sort(), key).toEqual(Object.keys(shown[key]!).sort());
  expect(trained).toMatchObject({ kind: 'images', cv: { folds: 2, rows: 66 } });
  const evaluated = await json('evaluate', model, images);
  expectNamed(evaluated, [...named('`evaluate`'), ...Object.keys(shown.test!)], 'evaluate');
  expectNamed(await json('inspect', model), named('`inspect` of a model of images'), 'inspect a model of images');
  const inspected = await json('inspect', images);
  expectNamed(inspected, named('`inspect` of images'), 'inspect images');
  expect(inspected).toMatchObject({ kind: 'images', images: 88, warnings: [] });
});

it('so has that of doctor', { timeout: 60_000 }, async () => {
  const found = await json('doctor');
  expect(Object.keys(found).sort()).toEqual(['schema', ...named('`doctor`')].sort());
});

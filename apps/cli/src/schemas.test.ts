import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { customers } from './customers.test-helper.js';
import { kindling, temporaryFolder } from './run.test-helper.js';

const page = readFileSync(join(import.meta.dirname, '../../../docs/guide/command.md'), 'utf8');

it('every JSON document has the keys that the guide lists, and its version', async () => {
  const folder = temporaryFolder();
  const [data, model] = [join(folder, 'customers.csv'), join(folder, 'model')];
  writeFileSync(data, customers(120));
  const json = async (...args: string[]): Promise<Record<string, unknown>> =>
    JSON.parse((await kindling(...args, '--json')).out) as Record<string, unknown>;
  const trained = await json('train', data, '--target', 'left', '--epochs', '2', '--out', model);
  const documented = JSON.parse(/"schema": 1[\s\S]+?\n}/.exec(page)!.map((text) => `{${text}`)[0]!) as object;
  expect(Object.keys(trained)).toEqual(expect.arrayContaining(Object.keys(documented)));
  const documents: Record<string, Record<string, unknown>> = {
    evaluate: await json('evaluate', model, data),
    'inspect MODEL': await json('inspect', model),
    'inspect data.csv': await json('inspect', data),
    tune: await json(
      ...[
        'tune',
        data,
        '--target',
        'left',
        '--folds',
        '2',
        '--epochs',
        '2',
        '--trials',
        '2',
        '--jobs',
        '1',
        '--out',
        model,
      ],
    ),
    cv: await json('cv', data, '--target', 'left', '--folds', '2', '--epochs', '2', '--jobs', '1'),
  };
  expect(trained.schema).toBe(1);
  for (const [command, document] of Object.entries(documents)) {
    expect(document.schema, command).toBe(1);
    const row = page.split('\n').find((line) => line.startsWith(`| \`${command}\` `))!;
    const keys = [...row.matchAll(/`(\w+)`/g)].map(([, key]) => key!).filter((key) => key in { ...document });
    // Whatever the document has is named, but for what some share with train.
    const shared: Record<string, object> = { evaluate: trained.test as object, tune: trained };
    const named = keys.concat(Object.keys(shared[command] ?? {}));
    expect(named, command).toEqual(expect.arrayContaining(Object.keys(document).filter((key) => key !== 'schema')));
  }
});

it('a file without names is told from one whose column is spelled otherwise', async () => {
  const data = join(temporaryFolder(), 'numbers.csv');
  writeFileSync(data, Array.from({ length: 40 }, (_, i) => `${i},${i * 2.5},${i % 2 ? 'a' : 'b'}\n`).join(''));
  const { code, err } = await kindling('train', data, '--target', 'label');
  expect(code).toBe(1);
  expect(err).toBe(
    'kindling: numbers.csv: there is no column "label", and the first row looks like data; a file without names has the columns 1 to 3: say --target 3 for the last\n',
  );
});

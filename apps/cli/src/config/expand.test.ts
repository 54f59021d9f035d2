import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { customers } from '../customers.test-helper.js';
import { kindling, temporaryFolder } from '../run.test-helper.js';

function files(): { folder: string; data: string; write: (name: string, text: string) => string } {
  const folder = temporaryFolder();
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  return { folder, data: write('customers.csv', customers(120)), write };
}

it('reads flags from JSON and YAML, and those that are typed win', async () => {
  const { folder, data, write } = files();
  const json = write(
    'settings.json',
    JSON.stringify({
      target: 'left',
      hidden: [6, 4],
      epochs: 3,
      batchNorm: true,
      dropout: 0,
      drop: ['id'],
      quiet: false,
    }),
  );
  const yaml = write(
    'settings.yaml',
    'target: left\nhidden: [6, 4] # two\nepochs: 3\nbatch-norm: true\ndropout: 0\ndrop: [id]\n',
  );
  const designs = [];
  for (const config of [json, yaml]) {
    const out = join(folder, 'model');
    const run = await kindling('train', data, '--config', config, '--out', out, '--dropout', '0.2');
    expect(run).toMatchObject({ code: 0, err: '' });
    designs.push(JSON.parse((await kindling('inspect', out, '--json')).out).design);
  }
  expect(designs[0]).toMatchObject({ hidden: [6, 4], batchNorm: true, dropout: 0.2 });
  expect(designs[1]).toEqual(designs[0]);
});

it('names the key that is wrong', async () => {
  const { data, write, folder } = files();
  const cases: [text: string, message: RegExp][] = [
    ['{"targt": "left"}', /settings\.json: unknown key "targt"; did you mean "target"\?/],
    ['{"target": "left", "epochs": -1}', /epochs.*"-1" is not a whole number from 1/],
    ['{"target": "left", "batchNorm": "yes"}', /settings\.json: "batchNorm" must be true or false, not "yes"/],
    ['{"target": "left", "hidden": {"a": 1}}', /settings\.json: "hidden" must be a text, a number or a list of them/],
    ['[1]', /settings\.json: expected a key and a value/],
    ['{"target": ', /settings\.json: .*JSON/],
  ];
  for (const [text, message] of cases) {
    const run = await kindling('train', data, '--config', write('settings.json', text), '--out', join(folder, 'out'));
    expect(run.err).toMatch(message);
    expect(run.err.trim().split('\n')).toHaveLength(1);
    expect(run.code).toBeGreaterThan(0);
  }
  const yaml = await kindling('train', data, '--config', write('settings.yaml', 'target: [left\nepochs: 3'));
  expect(yaml.err).toMatch(/^kindling: settings\.yaml: .+ at line \d+, column \d+\n$/);
  expect((await kindling('train', data, '--config', join(folder, 'none.json'))).err).toContain('no such file');
});

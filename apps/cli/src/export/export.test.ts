import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { customers } from '../customers.test-helper.js';
import { kindling, temporaryFolder } from '../run.test-helper.js';

it('writes every format, by name or by ending', async () => {
  const folder = temporaryFolder();
  const data = join(folder, 'customers.csv');
  const model = join(folder, 'model');
  writeFileSync(data, customers(120));
  await kindling('train', data, '--target', 'left', '--epochs', '2', '--out', model, '--quiet');
  for (const name of ['a.onnx', 'a.safetensors', 'a.py', 'a.mjs']) {
    const out = join(folder, name);
    expect(await kindling('export', model, '-o', out)).toEqual({ code: 0, out: `Written to ${out}\n`, err: '' });
  }
  expect(readFileSync(join(folder, 'a.onnx')).includes('LabelEncoder')).toBe(true);
  expect(readFileSync(join(folder, 'a.py'), 'utf8')).toContain('def predict_proba');

  const { predictProba } = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'a.mjs')).href)) as {
    predictProba(rows: object[]): number[];
  };
  const predicted = (await kindling('predict', model, data)).out;
  expect((await kindling('predict', join(folder, 'a.safetensors'), data)).out).toBe(predicted);
  const csv = predicted.split('\n');
  const [p] = predictProba([{ age: 20, town: 'Bern', member: true }]);
  expect(Math.abs(p! - Number(csv[1]!.split(',')[2]))).toBeLessThan(1e-5);

  await kindling('export', model, '--format', 'js', '-o', join(folder, 'same'));
  expect(readFileSync(join(folder, 'same'), 'utf8')).toBe(readFileSync(join(folder, 'a.mjs'), 'utf8'));
  const nameless = await kindling('export', model, '-o', join(folder, 'model.bin'));
  expect(nameless).toMatchObject({ code: 1, out: '' });
  expect(nameless.err).toMatch(/^kindling: the name .*model\.bin does not say a format; say --format onnx, .*\n$/);
  expect((await kindling('export', model)).code).toBe(2);
  expect((await kindling('export', join(folder, 'none'), '-o', join(folder, 'b.onnx'))).err).toContain('no such file');
});

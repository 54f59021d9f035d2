import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { customers } from '../customers.test-helper.js';
import { kindling, kindlingWith, temporaryFolder } from '../run.test-helper.js';

// What exporting is tested with; it is published for some systems only.
const beside = createRequire(new URL('../../../../packages/export/package.json', import.meta.url));
const onnx = await (import(pathToFileURL(beside.resolve('onnxruntime-node')).href) as Promise<Onnx>).catch(() => null);
const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import torch']).status === 0);

/** As far as it is used here. */
interface Onnx {
  readonly Tensor: new (type: string, values: unknown, dims: readonly number[]) => object;
  readonly InferenceSession: {
    create(path: string): Promise<{ run(feeds: object): Promise<Record<string, { readonly data: unknown }>> }>;
  };
}

/** A row as JSON spells it. */
type Row = Record<string, unknown>;

function rowsOf(csv: string): Row[] {
  const [head, ...lines] = csv.trim().split('\n');
  const names = head!.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    const value = (name: string): unknown => {
      const cell = cells[names.indexOf(name)]!;
      if (cell === '' || cell === 'NA') return null;
      return name === 'age' ? Number(cell) : name === 'member' ? cell === 'true' : cell;
    };
    return { age: value('age'), town: value('town'), member: value('member') };
  });
}

it('one model gives the same probabilities by every way out of the command', { timeout: 240_000 }, async () => {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('customers.csv'), customers(200));
  const csv = customers(60, 700);
  writeFileSync(at('new.csv'), csv);
  const flags = ['--target', 'left', '--epochs', '10', '--hidden', '12,6', '--calibrate', 'platt', '--quiet'];
  await kindling('train', at('customers.csv'), ...flags, '--out', at('model'));
  await kindling('predict', at('model'), at('new.csv'), '-o', at('out.csv'));
  const predicted = readFileSync(at('out.csv'), 'utf8').trim().split('\n').slice(1);
  const wanted = predicted.map((line) => Number(line.split(',')[2]));
  expect(wanted).toHaveLength(60);
  const same = (found: readonly number[], where: string): void => {
    expect(found, where).toHaveLength(wanted.length);
    found.forEach((p, i) => void expect(Math.abs(p - wanted[i]!), `${where}, row ${i}`).toBeLessThan(1e-5));
  };
  const rows = rowsOf(csv);

  for (const name of ['m.mjs', 'm.py', 'm.onnx']) await kindling('export', at('model'), '-o', at(name));
  const module = (await import(pathToFileURL(at('m.mjs')).href)) as { predictProba(rows: Row[]): number[] };
  same(module.predictProba(rows), 'the module');

  const signals = new EventEmitter();
  let said = (_: string): void => undefined;
  const url = new Promise<string>((resolve) => {
    said = (text) => resolve(/http:\/\/[^ /]+/.exec(text)![0]);
  });
  const running = kindlingWith({ signals, listen: said }, 'serve', at('model'), '--port', '0');
  const answer = await fetch(`${await url}/predict`, {
    method: 'POST',
    body: JSON.stringify({ rows }),
    headers: { 'content-type': 'application/json' },
  });
  const { predictions } = (await answer.json()) as { predictions: { probability: number }[] };
  same(
    predictions.map(({ probability }) => probability),
    'serve',
  );
  signals.emit('SIGTERM');
  await running;

  if (onnx !== null) {
    const { columns } = JSON.parse((await kindling('inspect', at('model'), '--json')).out) as {
      columns: { name: string; kind: string }[];
    };
    const session = await onnx.InferenceSession.create(at('m.onnx'));
    const feeds = columns.map(({ name, kind }) => {
      const values = rows.map((row) => row[name]);
      const dims = [rows.length, 1];
      const tensor =
        kind === 'number'
          ? new onnx.Tensor(
              'float64',
              Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))),
              dims,
            )
          : new onnx.Tensor(
              'string',
              values.map((value) => String(value ?? '')),
              dims,
            );
      return [name, tensor] as const;
    });
    const { probability } = await session.run(Object.fromEntries(feeds));
    same(Array.from(probability!.data as Float64Array), 'ONNX');
  }

  // Where PyTorch is installed.
  if (python === undefined) return;
  const script = spawnSync(python, [at('m.py'), at('new.csv')], { encoding: 'utf8' });
  expect(script.stderr).toBe('');
  const lines = script.stdout.trim().split('\n');
  same(
    lines.slice(lines.length - 60).map((line) => Number(line.split(',')[2])),
    'PyTorch',
  );
});

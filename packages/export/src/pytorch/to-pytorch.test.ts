import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import { Table, toCsv } from '@kindling/data';
import * as nn from '@kindling/nn';
import { manualSeed, randn, setBackend } from '@kindling/tensor-core';
import { classifier } from '@kindling/train';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { designs, people, trained } from '../testing/models.js';
import { toPytorch } from './to-pytorch.js';

const python = ['/usr/bin/python3', 'python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import torch']).status === 0,
);
// Not everybody who builds this has PyTorch; the scripts themselves are compared below.
const here = describe.skipIf(python === undefined);

let folder: string;
beforeAll(async () => {
  setBackend(await cpu());
  manualSeed(1);
  folder = mkdtempSync(join(tmpdir(), 'kindling-pytorch-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script that `prepare` wrote beside the exported ones. */
const run = (...args: string[]): string =>
  execFileSync(python!, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, OMP_NUM_THREADS: '1' } });

here('a classifier in PyTorch', () => {
  it('predicts the same in every design, from dictionaries and from a CSV file', { timeout: 120_000 }, async () => {
    const rows = people(60, 1000);
    const table = Table.from(rows);
    writeFileSync(join(folder, 'rows.csv'), toCsv(table));
    const all: Float64Array[] = [];
    for (const [k, [, options]] of designs.entries()) {
      const model = await trained(options);
      writeFileSync(join(folder, `model${k}.py`), await toPytorch(model));
      all.push(await model.predictProba(rows));
    }
    writeFileSync(join(folder, 'rows.json'), JSON.stringify(rows));
    writeFileSync(
      join(folder, 'main.py'),
      [
        'import csv, importlib, json, sys',
        'rows = json.load(open("rows.json"))',
        'table = list(csv.DictReader(open("rows.csv", newline="", encoding="utf-8")))',
        `for k in range(${designs.length}):`,
        '    m = importlib.import_module(f"model{k}")',
        '    model = m.load()',
        '    print(json.dumps([m.predict_proba(model, rows), m.predict_proba(model, table)]))',
      ].join('\n'),
    );
    const lines = run('main.py').trim().split('\n');
    expect(lines).toHaveLength(designs.length);
    lines.forEach((line, k) => {
      for (const got of JSON.parse(line) as number[][]) {
        all[k]!.forEach((p, i) => void expect(Math.abs(p - got[i]!), `${designs[k]![0]}, row ${i}`).toBeLessThan(1e-5));
      }
    });
    const csv = run('model0.py', 'rows.csv').trim();
    expect(csv).toMatch(/^line,prediction,probability of yes\n2,(?:yes|no),0\.\d+\n/);
    writeFileSync(join(folder, 'wrong.csv'), 'age\nold\n');
    const wrong = spawnSync(python!, ['model0.py', 'wrong.csv'], { cwd: folder, encoding: 'utf8' });
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toMatch(/^wrong\.csv: row 0, column 'age': 'old' is not a number, counted from line 2\n$/);
  });

  it('says at which line a row begins, and writes no formula', { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ size: i, kind: i < 20 ? 'small' : '=cmd()' }));
    const model = await classifier({ members: 2, epochs: 60 }).fit(Table.from(rows), {
      target: 'kind',
      positive: '=cmd()',
    });
    writeFileSync(join(folder, 'formula.py'), await toPytorch(model));
    writeFileSync(join(folder, 'lines.csv'), 'size,"a\nnote"\n0,"two\nlines"\n39,one\n39,"three\n\nlines"\n1,x\n');
    const lines = run('formula.py', 'lines.csv').trim().split('\n');
    expect(lines.map((line) => line.replace(/,[^,]*$/, ''))).toEqual([
      'line,prediction',
      '3,small',
      "5,'=cmd()",
      "6,'=cmd()",
      '9,small',
    ]);
  });
});

here('a network in PyTorch', () => {
  it('is built of the same layers', { timeout: 120_000 }, async () => {
    const dense = new nn.Sequential({
      first: new nn.Linear(6, 5),
      'two words': new nn.Sequential(
        new nn.BatchNorm1d(5),
        new nn.GELU({ approximate: 'tanh' }),
        new nn.ReLU6(),
        new nn.PReLU(),
      ),
      last: new nn.Sequential(new nn.Hardtanh(-2, 2), new nn.LayerNorm(5), new nn.Softplus(), new nn.Softmax(1)),
    }).eval();
    const images = new nn.Sequential(
      new nn.Conv2d(2, 4, 3, { padding: 'same', paddingMode: 'reflect' }),
      new nn.AvgPool2d(2, { ceilMode: true, countIncludePad: false, padding: 1 }),
      new nn.GroupNorm(2, 4),
      new nn.Upsample({ scaleFactor: 2, mode: 'bilinear' }),
      new nn.MaxPool2d(2),
      new nn.Flatten(),
    ).eval();
    const inputs = [randn(4, 6), randn(2, 2, 9, 9)];
    writeFileSync(join(folder, 'dense.py'), await toPytorch(dense));
    writeFileSync(join(folder, 'images.py'), await toPytorch(images));
    writeFileSync(join(folder, 'x.json'), JSON.stringify(inputs.map((x) => x.tolist())));
    writeFileSync(
      join(folder, 'networks.py'),
      'import json, torch, dense, images\na, b = map(torch.tensor, json.load(open("x.json")))\nwith torch.no_grad():\n    print(json.dumps([dense.load()(a).flatten().tolist(), images.load()(b).flatten().tolist()]))\n',
    );
    const got = JSON.parse(run('networks.py')) as number[][];
    for (const [k, y] of [dense(inputs[0]!), images(inputs[1]!)].entries()) {
      const wanted = await y.data();
      expect(got[k]).toHaveLength(wanted.length);
      wanted.forEach((value, i) => void expect(Math.abs(value - got[k]![i]!), `${k}, ${i}`).toBeLessThan(1e-5));
    }
  });
});

describe('the script', () => {
  it('builds layers as one writes them', async () => {
    expect(await toPytorch(new nn.Sequential(new nn.Linear(4, 8), new nn.Dropout(0.1), new nn.Linear(8, 1)))).toContain(
      'return nn.Sequential(\n        nn.Linear(in_features=4, out_features=8, bias=True),\n        nn.Dropout(p=0.1, inplace=False),\n        nn.Linear(in_features=8, out_features=1, bias=True),\n    )',
    );
  });

  it('names a layer that PyTorch does not have', async () => {
    class Doubled extends nn.Module {
      forward(x: Parameters<nn.Identity['forward']>[0]) {
        return x.mul(2);
      }
    }
    await expect(toPytorch(new nn.Sequential(new nn.Linear(1, 1), new Doubled()))).rejects.toThrow(
      "toPytorch: Doubled (1) cannot be exported; it takes Sequential of PyTorch's layers.",
    );
    await expect(toPytorch(null as never)).rejects.toThrow('must be a Classifier or a Module, not null');
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cpu } from '@kindling/backend-cpu';
import { setBackend } from '@kindling/tensor-core';
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as nn from './index.js';

setBackend(await cpu());

/** A network as users write them. */
const source = `
  export class Net extends nn.Module {
    label = 'net';
    hidden = new nn.Linear(2, 3);
    #calls = 0;
    constructor() {
      super();
      this.name = 'set in the constructor';
      this.out = new nn.Sequential(new nn.Linear(3, 1), new nn.Sigmoid());
    }
    forward(x) {
      this.#calls++;
      return this.out(this.hidden(x));
    }
    get calls() { return this.#calls; }
  }
  export const result = (ones) => {
    const net = new Net();
    net(ones);
    return [net instanceof Net, net.label, net.name, net.calls, net.namedParameters().map(([key]) => key), String(net)];
  };
`;

const { ES2015, ES2017, ES2022, ESNext } = ts.ScriptTarget;

test.each([
  ['ES2022 fields are defined', ES2022, true],
  ['ESNext fields are defined', ESNext, true],
  ['ES2022 fields are assigned', ES2022, false],
  ['ES2017 fields are assigned, private ones in weak maps', ES2017, false],
  ['ES2015 fields are defined, private ones in weak maps', ES2015, true],
])('a subclass works whatever its compiler makes of fields: %s', (_, target, useDefineForClassFields) => {
  const compilerOptions = { target, useDefineForClassFields, module: ts.ModuleKind.CommonJS };
  const { outputText } = ts.transpileModule(source, { compilerOptions });
  const exports: { result?: (ones: unknown) => unknown[] } = {};
  new Function('exports', 'nn', outputText)(exports, nn);
  const [isNet, label, name, calls, keys, text] = exports.result!(nn.parameter(new nn.Linear(2, 1).weight));
  expect([isNet, label, name, calls]).toEqual([true, 'net', 'set in the constructor', 1]);
  expect(keys).toEqual(['hidden.weight', 'hidden.bias', 'out.0.weight', 'out.0.bias']);
  expect(text).toMatch(/^Net\(\n {2}\(hidden\): Linear\(/);
});

test('minified, layers keep their names and modules their behaviour', async () => {
  const { build } = await import('vite');
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const code = `
    import { cpu } from '@kindling/backend-cpu';
    import { BatchNorm1d, BCELoss, Linear, Module, ReLU, Sequential } from '@kindling/nn';
    import { ones, setBackend } from '@kindling/tensor-core';
    class Shortened extends Module {
      body = new Sequential(new Linear(2, 3), new ReLU(), new BatchNorm1d(3));
      forward(x) { return this.body(x); }
    }
    export async function run() {
      setBackend(await cpu());
      const net = new Shortened();
      return [net(ones(4, 2)).shape, String(net), String(new BCELoss()), net.parameters().length];
    }
  `;
  const outDir = await mkdtemp(join(tmpdir(), 'kindling-nn-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: {
      alias: [
        { find: '@kindling/tensor-core/backend', replacement: `${root}tensor-core/src/backend.ts` },
        { find: '@internal/arguments', replacement: `${root}../internal/arguments/src/index.ts` },
        { find: /^@kindling\/([a-z-]+)$/, replacement: `${root}$1/src/index.ts` },
        { find: /^@kindling\/([a-z-]+)\/([a-z-]+)$/, replacement: `${root}$1/src/$2.ts` },
      ],
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id: string) => (id.endsWith('virtual-entry') ? '\0entry' : null),
        load: (id: string) => (id === '\0entry' ? code : null),
      },
    ],
    build: {
      outDir,
      minify: true,
      target: 'es2022',
      // package.json names the files of `dist` that give tensors their methods, not these.
      rolldownOptions: { treeshake: false },
      lib: { entry: 'virtual-entry', formats: ['es'], fileName: () => 'bundle.mjs' },
    },
  });
  const file = join(outDir, 'bundle.mjs');
  expect(await readFile(file, 'utf8')).not.toContain('class Linear');
  const { run } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const [shape, text, loss, count] = await run();
  expect(shape).toEqual([4, 3]);
  expect(text.split('\n').slice(1)).toEqual([
    '  (body): Sequential(',
    '    (0): Linear(in_features=2, out_features=3, bias=True)',
    '    (1): ReLU()',
    '    (2): BatchNorm1d(3, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)',
    '  )',
    ')',
  ]);
  expect(loss).toBe('BCELoss()');
  expect(count).toBe(4);
  await rm(outDir, { recursive: true });
}, 60_000);

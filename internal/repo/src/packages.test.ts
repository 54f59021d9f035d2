import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pnpm } from '../../scripts/pnpm.mjs';

const root = join(import.meta.dirname, '../../..');
const names = readdirSync(join(root, 'packages'));
const folderOf = (name: string): string => (name === 'cli' ? join(root, 'apps/cli') : join(root, 'packages', name));
const published = [...names, 'cli'];

interface Manifest {
  readonly name: string;
  readonly exports: Record<string, unknown>;
  readonly engines: { readonly node: string };
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** A folder with the packed packages installed as a stranger has them: from their tarballs, not from the workspace. */
let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'kindling-packed-'));
  const tarballs = join(home, 'tarballs');
  mkdirSync(tarballs);
  const filters = published.flatMap((name) => ['--filter', `@kindling/${name}`]);
  pnpm([...filters, 'pack', '--pack-destination', tarballs]);
  for (const tarball of readdirSync(tarballs)) {
    const scratch = join(home, 'scratch');
    mkdirSync(scratch);
    execFileSync('tar', ['-xzf', join(tarballs, tarball), '-C', scratch]);
    const { name } = manifestOf(join(scratch, 'package'));
    const target = join(home, 'node_modules', name);
    mkdirSync(dirname(target), { recursive: true });
    execFileSync('mv', [join(scratch, 'package'), target]);
    rmSync(scratch, { recursive: true });
    linkOthers(name, target);
  }
}, 120_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Links what a package depends on besides ours from the workspace, where the same versions are installed. */
function linkOthers(name: string, target: string): void {
  const from = folderOf(name.split('/')[1]!);
  for (const dependency of Object.keys(manifestOf(target).dependencies ?? {})) {
    if (dependency.startsWith('@kindling/')) continue;
    const link = join(target, 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(join(from, 'node_modules', dependency)), link);
  }
}

/** Runs a module in the stranger's folder on this Node; returns what it prints. */
function runModule(source: string): string {
  const file = join(home, 'main.mjs');
  writeFileSync(file, source);
  return execFileSync(process.execPath, [file], { cwd: home, encoding: 'utf8' });
}

/** Bundles a page's script in the stranger's folder, and runs it on this Node; returns what it prints. */
async function runPage(source: string): Promise<string> {
  writeFileSync(join(home, 'page.mjs'), source);
  const output = { dir: join(home, 'page'), entryFileNames: 'page.mjs' };
  await build({
    root: home,
    configFile: false,
    logLevel: 'error',
    build: { target: 'es2022', minify: true, rolldownOptions: { input: join(home, 'page.mjs'), output } },
  });
  return execFileSync(process.execPath, [join(home, 'page/page.mjs')], { encoding: 'utf8' });
}

describe.each(published)('%s, packed', (name) => {
  const installed = (): string => join(home, 'node_modules/@kindling', name);

  it('has a README, a licence and no install script', () => {
    const { scripts = {}, engines } = manifestOf(installed());
    expect(readdirSync(installed())).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'dist']));
    expect(Object.keys(scripts).filter((script) => /install/.test(script))).toEqual([]);
    expect(engines.node).toBe('>=20.19');
  });

  it('depends on released versions, not on the workspace', () => {
    for (const version of Object.values(manifestOf(installed()).dependencies ?? {}))
      expect(version).not.toMatch(/workspace|link|file/);
  });

  it('carries the licence of all that was built into it', () => {
    const maps = readdirSync(join(installed(), 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.map'),
    );
    const sources = maps.flatMap(
      (file) => (JSON.parse(readFileSync(join(installed(), 'dist', file), 'utf8')) as { sources: string[] }).sources,
    );
    const foreign = sources.flatMap((source) => /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
    const file = join(installed(), 'dist/licenses.txt');
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    for (const dependency of new Set(foreign)) expect(text).toMatch(new RegExp(`^${dependency} \\d+\\.\\d+`, 'm'));
    // The one file for pages contains what our other packages contain.
    if (name === 'browser') expect(text).toMatch(/^seedrandom \d/m);
    else expect(existsSync(file)).toBe(foreign.length > 0);
  });

  it('ships no map to sources that it does not ship', () => {
    const files = readdirSync(join(installed(), 'dist'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('.d.ts.map'))).toEqual([]);
    for (const file of files.filter((name) => name.endsWith('.js.map'))) {
      const map = JSON.parse(readFileSync(join(installed(), 'dist', file), 'utf8')) as Record<string, string[]>;
      expect(map.sourcesContent, file).toHaveLength(map.sources!.length);
    }
  });

  it('passes publint', async () => {
    const { messages } = await publint({ pkgDir: installed(), level: 'warning', pack: false });
    expect(messages).toEqual([]);
  });

  if (name !== 'cli') {
    it('has types that resolve as its code does', () => {
      const attw = join(
        dirname(createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json')),
        'dist/index.js',
      );
      const tarball = readdirSync(join(home, 'tarballs')).find(
        (file) => file.startsWith(`kindling-${name}-`) && /^\d/.test(file.slice(`kindling-${name}-`.length)),
      )!;
      execFileSync(
        process.execPath,
        // What built packages share of `@internal/arguments` has no types: no user writes its name.
        [
          attw,
          join(home, 'tarballs', tarball),
          '--profile',
          'esm-only',
          '--format',
          'ascii',
          ...(name === 'tensor-core' ? ['--exclude-entrypoints', 'arguments', 'functions'] : []),
        ],
        { encoding: 'utf8' },
      );
    });

    it('does nothing when it is imported, and closes its internals', () => {
      const entries = Object.keys(manifestOf(installed()).exports)
        .filter((key) => key !== './package.json')
        .map((key) => `@kindling/${name}${key.slice(1)}`);
      const printed = runModule(`
        // Node gives itself two symbols with it.
        await import('node:http');
        const before = Reflect.ownKeys(globalThis).length;
        const log = [];
        for (const entry of ${JSON.stringify(entries)}) log.push(Object.keys(await import(entry)).length > 0);
        let closed = 'open';
        try { await import('@kindling/${name}/dist/index.js'); } catch (error) { closed = error.code; }
        console.log(JSON.stringify([log.every(Boolean), Reflect.ownKeys(globalThis).length - before, closed]));
      `);
      const [exportsSomething, newGlobals, closed] = JSON.parse(printed) as [boolean, number, string];
      // A backend's contract may be types alone, and threads have no name.
      expect(exportsSomething || ['tensor-core', 'backend-cpu'].includes(name)).toBe(true);
      expect(newGlobals).toBe(0);
      expect(closed).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
    });
  }
});

describe('a stranger', () => {
  it('trains with the packed packages as the README shows', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const example = /```ts\n([\s\S]+?)```/.exec(readme)![1]!;
    expect(runModule(example).trim()).toBe(/\/\/ => (.+)/.exec(example)![1]);
  });

  it('bundles a page that trains with methods whose functions it never imports', async () => {
    const printed = await runPage(
      `import { cpu } from '@kindling/backend-cpu';
      import { Linear, Sequential, Tanh } from '@kindling/nn';
      import { SGD } from '@kindling/optim';
      import { manualSeed, setBackend, tensor } from '@kindling/tensor-core';
      setBackend(await cpu());
      manualSeed(1);
      const x = tensor([[0, 0], [0, 1], [1, 0], [1, 1]]);
      const y = tensor([[0], [1], [1], [0]]);
      const model = new Sequential(new Linear(2, 8), new Tanh(), new Linear(8, 1));
      const optimizer = new SGD(model.parameters(), { lr: 0.3 });
      for (let step = 0; step < 500; step++) {
        const p = model(x).neg().exp().add(1).reciprocal();
        const loss = p.sub(y).pow(2).mean();
        optimizer.zeroGrad();
        loss.backward();
        optimizer.step();
      }
      const seldom = [];
      for (const use of [() => x.norm().item(), () => x.sum(0).sort().values.tolist()]) {
        try { seldom.push(use()); } catch (error) { seldom.push(error.message); }
      }
      console.log(JSON.stringify([model(x).gt(0).tolist(), ...seldom]));`,
    );
    expect(JSON.parse(printed)).toEqual([
      [[false], [true], [true], [false]],
      "norm: bundlers leave this method out of a page; import '@kindling/tensor-core/methods' once",
      "sort: bundlers leave this method out of a page; import '@kindling/tensor-core/methods' once",
    ]);
  });

  it.each([
    [
      'without threads',
      '',
      [1, "backend-cpu: bundlers leave threads out of a page; import '@kindling/backend-cpu/threads' once"],
    ],
    ['with threads', "import '@kindling/backend-cpu/threads';", [2]],
  ])('bundles a page %s', async (_, line, expected) => {
    const printed = await runPage(
      `import { cpu } from '@kindling/backend-cpu';
      ${line}
      const log = [];
      console.warn = (message) => log.push(message);
      const { threads } = await cpu({ threads: 2 });
      console.log(JSON.stringify([threads, ...log]));`,
    );
    expect(JSON.parse(printed)).toEqual(expected);
  });

  it('ends by itself after threads have helped', () => {
    const printed = runModule(`
      import { cpu } from '@kindling/backend-cpu';
      import { ones, setBackend } from '@kindling/tensor-core';
      const backend = await cpu({ threads: 2 });
      setBackend(backend);
      const x = ones(256, 256);
      for (let i = 0; i < 20; i++) {
        x.matmul(x);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      console.log(backend.threads, x.matmul(x).mean().item());
    `);
    expect(printed.trim()).toBe('2 256');
  }, 30_000);

  it('runs the packed command', () => {
    const main = join(home, 'node_modules/@kindling/cli/dist/main.js');
    const version = execFileSync(process.execPath, [main, '--version'], { encoding: 'utf8' }).trim();
    expect(version).toBe(JSON.parse(readFileSync(join(root, 'apps/cli/package.json'), 'utf8')).version);
  });
});

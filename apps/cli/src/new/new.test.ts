import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleSources } from '../../../../internal/scripts/bundle-sources.mjs';
import { kindling, temporaryFolder } from '../run.test-helper.js';

const root = join(import.meta.dirname, '../../../..');

it('writes a project that passes its type check and runs', { timeout: 120_000 }, async () => {
  const folder = join(temporaryFolder(), 'Über Kunden!');
  const { code, out, err } = await kindling('new', folder);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('npm install && npm run train');
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    dependencies: Record<string, string>;
    scripts: Record<string, string>;
  };
  expect(manifest.name).toBe('ber-kunden');
  // What npm would install, from the workspace.
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@kindling'), { recursive: true });
  mkdirSync(join(modules, '@types'));
  for (const [name, version] of Object.entries(manifest.dependencies)) {
    expect(version).toBe('^1.2.3');
    symlinkSync(join(root, 'packages', name.slice('@kindling/'.length)), join(modules, name));
  }
  symlinkSync(join(root, 'node_modules/@types/node'), join(modules, '@types/node'));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const check = spawnSync(process.execPath, [tsc, '--noEmit', '--customConditions', 'none'], {
    cwd: folder,
    encoding: 'utf8',
  });
  // Types are those of what is built; where nothing is, there is nothing to check.
  if (existsSync(join(root, 'packages/train/dist/index.d.ts'))) expect(check.stdout).toBe('');
  await bundleSources(new URL(`file://${encodeURI(join(folder, 'src/train.ts'))}`), join(folder, 'dist/train.js'));
  const run = spawnSync(process.execPath, ['dist/train.js'], { cwd: folder, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.stdout).toMatch(/^On 60 rows that it did not see:\n.*accuracy: 0\.[89]/s);
  const predicted = await kindling('predict', join(folder, 'model'), join(folder, 'data.csv'));
  expect(predicted.out.split('\n')).toHaveLength(242);
});

it('touches nothing where something is', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'mine.txt'), 'kept');
  for (const path of [folder, join(folder, 'mine.txt')]) {
    const { code, out, err } = await kindling('new', path);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^kindling: .*(is not empty: it has mine\.txt|a file is in the way).*\n$/);
  }
  expect(readdirSync(folder)).toEqual(['mine.txt']);
  expect((await kindling('new')).code).toBe(2);
});

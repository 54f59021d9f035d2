import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { npm } from './stranger.js';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly scripts?: Record<string, string>;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const home = inject('home');
const names = readdirSync(join(home, 'node_modules/@kindling'));

/** All packages in a folder's tree, with their folders. */
function packages(folder: string): [string, Manifest][] {
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) return [];
  const found = readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((part) => `${name}/${part}`) : name,
    )
    .map((name) => join(modules, name));
  return found.flatMap((path) => [
    [path, JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest] as [string, Manifest],
    ...packages(path),
  ]);
}

const bytes = (path: string): number => {
  const stat = lstatSync(path);
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytes(join(path, name)), 0) : stat.size;
};

/** Files that belong to a build for one machine, or make one. */
const native = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => /(\.node|\.gyp|\.gypi)$/.test(file));

/** The PNG renderer of viz, a prebuilt module that only `@kindling/viz/node` loads. */
const renderer = (path: string): boolean => path.includes('/@resvg/');

describe('all packages together', () => {
  it('are at most 25, of at most 20 MB, beside the PNG renderer', () => {
    const installed = packages(home).filter(([path]) => !renderer(path));
    expect(installed.length).toBeGreaterThanOrEqual(names.length);
    expect(installed.length).toBeLessThanOrEqual(25);
    expect(installed.reduce((sum, [path]) => sum + bytes(path), 0)).toBeLessThanOrEqual(20e6);
  });

  it('bring no install script and no native build', () => {
    for (const [path, { name, scripts = {} }] of packages(home)) {
      expect(
        Object.keys(scripts).filter((script) => /^(pre|post)?install$/.test(script)),
        name,
      ).toEqual([]);
      if (!renderer(path)) expect(native(path), name).toEqual([]);
    }
  });
});

describe.each(names)('%s alone', (name) => {
  it('installs from its tarball, with ours as the only packages that it needs of ours', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kindling-alone-'));
    folders.push(folder);
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    const tarballs = inject('tarballs');
    const fileOf = (other: string): string =>
      join(tarballs, readdirSync(tarballs).find((file) => new RegExp(`^kindling-${other}-\\d`).test(file))!);
    const needed = (other: string): string[] => {
      const file = join(home, 'node_modules/@kindling', other, 'package.json');
      const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
      const ours = Object.keys(dependencies).flatMap((key) => /^@kindling\/(.+)/.exec(key)?.[1] ?? []);
      return [other, ...ours.flatMap(needed)];
    };
    // Nothing is on a registry yet: what a package needs of ours is given beside it.
    const ours = [...new Set(needed(name))];
    npm(folder, ['install', ...ours.map(fileOf)]);
    expect(readdirSync(join(folder, 'node_modules/@kindling')).sort()).toEqual(ours.sort());
  });
});

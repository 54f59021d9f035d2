import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { npm, root, run } from './stranger.js';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly dependencies?: Record<string, string>;
}

let copy: string;
const git = (...args: string[]): string => execFileSync('git', args, { cwd: copy, encoding: 'utf8' });
const manifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(copy, folder, 'package.json'), 'utf8')) as Manifest;
const folders = (): string[] =>
  ['packages', 'apps'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`));
const published = (): string[] => folders().filter((folder) => manifest(folder).private !== true);

/** What changesets reads of the repository, in a folder of its own: a release is tried there and goes nowhere. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'kindling-release-'));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files
    .split('\n')
    .filter((name) => /(^|\/)package\.json$|^pnpm-workspace|^\.changeset\//.test(name)))
    cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, '.gitignore'), 'node_modules\n');
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('-c', 'user.name=test', '-c', 'user.email=test@example.org', 'commit', '-qm', 'state');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('every changeset names packages that are published, and what they are for', () => {
  const names = published().map((folder) => manifest(folder).name);
  const sets = readdirSync(join(copy, '.changeset')).filter((file) => file.endsWith('.md') && file !== 'README.md');
  for (const file of sets) {
    const [, head, text] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(
      readFileSync(join(copy, '.changeset', file), 'utf8'),
    )!;
    const bumps = [...head!.matchAll(/^["'](.+)["']: (major|minor|patch)$/gm)].map(([, name]) => name!);
    expect(bumps.length, file).toBeGreaterThan(0);
    for (const name of bumps) expect(names, file).toContain(name);
    expect(text!.trim().length, file).toBeGreaterThan(20);
  }
});

it('a release gives all packages one version, a change log, and released dependencies', () => {
  run(copy, [join(root, 'node_modules/@changesets/cli/bin.js'), 'version']);
  const versions = new Set(published().map((folder) => manifest(folder).version));
  expect([...versions]).toHaveLength(1);
  const [version] = versions;
  expect(version).not.toBe(JSON.parse(readFileSync(join(root, 'packages/nn/package.json'), 'utf8')).version);
  for (const folder of published())
    expect(readFileSync(join(copy, folder, 'CHANGELOG.md'), 'utf8')).toContain(`## ${version}`);
  expect(readdirSync(join(copy, '.changeset')).filter((file) => file.endsWith('.md') && file !== 'README.md')).toEqual(
    [],
  );
});

it('what would be published is what was built', () => {
  for (const folder of published()) {
    const [packed] = JSON.parse(npm(join(root, folder), ['pack', '--dry-run', '--json', '--ignore-scripts'])) as {
      files: { path: string }[];
    }[];
    const files = packed!.files.map(({ path }) => path);
    expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE']));
    expect(
      files.filter((path) => /^(src|test|node_modules)\/|\.test\./.test(path)),
      folder,
    ).toEqual([]);
    expect(
      files.some((path) => path.startsWith('dist/')),
      folder,
    ).toBe(true);
  }
});

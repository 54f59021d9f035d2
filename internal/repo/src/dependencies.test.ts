import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Whom each package may import among ours; ARCHITECTURE.md explains why. */
const allowed: Record<string, readonly string[]> = {
  'tensor-core': [],
  'backend-cpu': ['tensor-core'],
  'backend-gpu': ['tensor-core'],
  'backend-native': ['tensor-core', 'backend-cpu'],
  nn: ['tensor-core'],
  optim: ['tensor-core'],
  data: ['tensor-core'],
  metrics: [],
  viz: [],
  train: ['tensor-core', 'nn', 'optim', 'data', 'metrics'],
  report: ['tensor-core', 'data', 'metrics', 'train', 'viz'],
  export: ['tensor-core', 'nn', 'train'],
  browser: ['tensor-core', 'backend-cpu', 'nn', 'optim', 'data', 'metrics', 'train', 'viz'],
};

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[cm]?ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The files that a package's build compiles: neither tests nor what only they use. */
function published(folder: string): string[] {
  const config = join(folder, 'tsconfig.json');
  return ts.parseJsonConfigFileContent(ts.readConfigFile(config, ts.sys.readFile).config, ts.sys, folder).fileNames;
}

/** What a file imports or re-exports, statically or by `import()`. */
function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => fileName);
}

const ours = (name: string): string | undefined => /^@kindling\/([^/]+)/.exec(name)?.[1];

describe('dependencies point one way', () => {
  it('knows every package', () => {
    expect(readdirSync(join(root, 'packages')).sort()).toEqual(Object.keys(allowed).sort());
  });

  it('has no cycle', () => {
    const depth = (name: string, path: readonly string[]): number => {
      expect(path, `cycle: ${[...path, name].join(' -> ')}`).not.toContain(name);
      return 1 + Math.max(0, ...allowed[name]!.map((next) => depth(next, [...path, name])));
    };
    expect(Math.max(...Object.keys(allowed).map((name) => depth(name, [])))).toBeGreaterThan(1);
  });

  describe.each(Object.entries(allowed))('%s', (name, may) => {
    const folder = join(root, 'packages', name);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string> | undefined
    >;

    it('lists no package at run time that it may not know', () => {
      const listed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).flatMap(
        (key) => ours(key) ?? [],
      );
      expect(listed.filter((other) => !may.includes(other))).toEqual([]);
    });

    it('imports only what it may know, by its public name', () => {
      const sources = published(folder);
      expect(sources.length).toBeGreaterThan(0);
      // What is listed for development alone is built into the package's own files.
      const listed = Object.keys({
        ...manifest.dependencies,
        ...manifest.peerDependencies,
        ...manifest.devDependencies,
      });
      for (const file of sources) {
        for (const name of importsOf(file)) {
          const where = `${file.slice(root.length)} imports ${name}`;
          // GPU.js has no other name for its build for browsers.
          if (name !== 'gpu.js/dist/gpu-browser.js') expect(name, where).not.toMatch(/\/src\/|\/dist\//);
          if (name.startsWith('.')) expect(join(file, '..', name).startsWith(join(folder, 'src')), where).toBe(true);
          else if (ours(name) !== undefined) expect(may, where).toContain(ours(name));
          else if (!name.startsWith('node:')) {
            expect(listed, `${where}, which package.json does not list`).toContain(
              name
                .split('/')
                .slice(0, name.startsWith('@') ? 2 : 1)
                .join('/'),
            );
          }
        }
      }
    });
  });

  it('calls no unseeded chance', () => {
    const sources = ['packages', 'apps']
      .flatMap((folder) => files(join(root, folder)))
      .filter((file) => !/node_modules|\/dist\/|\.test\.ts$|\.vitepress\/(cache|dist)/.test(file));
    expect(
      sources.filter((file) =>
        /\bMath\.random\b/.test(readFileSync(file, 'utf8').replace(/^\s*(\*|\/\/|\/\*).*$/gm, '')),
      ),
    ).toEqual([]);
  });
});

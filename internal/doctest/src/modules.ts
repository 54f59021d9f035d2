import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The packages' folders, from the root. */
export const packages: readonly string[] = readdirSync(join(root, 'packages'))
  .map((name) => `packages/${name}`)
  .filter((folder) => existsSync(join(root, folder, 'package.json')));

/** Where the source of each public module is, from the root: `@kindling/tensor-core/backend` and the like. */
export const publicModules: ReadonlyMap<string, string> = new Map(packages.flatMap(entriesOf));

/** Whether a module has names of its own: the one file for pages has those of the others. */
export const hasOwnNames = (name: string): boolean => name !== '@kindling/browser';

/** For a compiler: where modules are whose sources are not compiled yet. */
export const modulePaths: Readonly<Record<string, string[]>> = {
  ...Object.fromEntries([...publicModules].map(([name, source]) => [name, [join(root, source)]])),
  '@internal/arguments': [join(root, 'internal/arguments/src/index.ts')],
};

/** Whether a module is for Kindling's own packages alone. */
export const isInternalModule = (name: string): boolean => name.endsWith('/internal');

function entriesOf(folder: string): [string, string][] {
  const { name, exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
    name: string;
    exports: Record<string, { types?: string }>;
  };
  return Object.entries(exports).flatMap(([path, { types }]) => {
    const source = types?.replace('./dist/', `${folder}/src/`).replace(/\.d\.ts$/, '.ts');
    return source === undefined || !existsSync(join(root, source)) ? [] : [[name + path.slice(1), source]];
  });
}

/** Files below a folder whose name ends in `ending`, from the root. */
export function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length))
    .filter((file) => !/(^|\/)(node_modules|dist|\.vitepress)\//.test(file))
    .sort();
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version of an installed package, also of one whose `exports` hide its package.json. */
export function versionOf(name: string): string {
  const modules = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules', name);
  const manifest = join(modules, 'package.json');
  if (!existsSync(manifest)) throw new Error(`${name} is not installed`);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

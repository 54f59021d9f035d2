import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Context } from '../context.js';
import { OutputFolder, reasonOf } from '../output/files.js';
import { plain, shellWord } from '../output/plain.js';
import { starterFiles } from './starter.js';

/** Writes a starter project into a folder in which nothing is. */
export function runNew(path: string, { process, version }: Context): void {
  if (path === '') throw new Error('the name of the folder is empty');
  for (const name of entriesOf(path))
    throw new Error(`${plain(path)} is not empty: it has ${plain(name)}; choose another folder`);
  const folder = new OutputFolder(path);
  for (const [name, text] of Object.entries(starterFiles(packageName(basename(resolve(path))), version)))
    folder.write(name, text);
  process.stdout.write(
    `Written to ${plain(folder.path)}. To go on: cd ${shellWord(plain(path))} && npm install && npm run train\n`,
  );
}

function entriesOf(path: string): string[] {
  try {
    return readdirSync(path).slice(0, 1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`cannot write to ${plain(path)}: ${reasonOf(error)}`);
  }
}

/** A folder's name as npm takes it. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|-+$/g, '')
    .slice(0, 100);
  // These two npm does not take.
  return name === '' || name === 'node_modules' || name === 'favicon.ico' ? 'starter' : name;
}

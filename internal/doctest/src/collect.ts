import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesOfSource } from './docstrings.js';
import { examplesOfPage, type Found } from './examples.js';
import { filesBelow, packages, root } from './modules.js';

/** Every example of the repository: of docstrings, of READMEs and of `docs`. */
export function collect({ slow = false } = {}): Found {
  const text = (file: string): string => readFileSync(join(root, file), 'utf8');
  const sources = packages
    .flatMap((folder) => filesBelow(`${folder}/src`, '.ts'))
    .filter((file) => !/\.test\.ts$/.test(file));
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...packages.flatMap((folder) => filesBelow(folder, '.md')),
    ...filesBelow('docs', '.md').filter((file) => !file.startsWith('docs/api/')),
  ];
  const found = [
    ...sources.map((file) => examplesOfSource(file, text(file), slow)),
    ...pages.map((file) => examplesOfPage(file, text(file), slow)),
  ];
  return { examples: found.flatMap(({ examples }) => examples), skipped: found.flatMap(({ skipped }) => skipped) };
}

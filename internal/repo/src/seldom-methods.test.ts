import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NAMES } from '../../../packages/tensor-core/src/methods/missing.js';

const root = join(import.meta.dirname, '../../..');

it('no package calls a method that a bundler leaves out', () => {
  // Arrays and texts have these as well.
  const names = NAMES.split(' ').filter((name) => !['at', 'sort', 'split'].includes(name));
  const call = new RegExp(
    `(?<!Math|math|backend|super|elementwise|moreKernels\\(engine\\))\\.(?:${names.join('|')})\\(`,
  );
  const found: string[] = [];
  const files = readdirSync(join(root, 'packages'))
    .map((name) => join(root, 'packages', name, 'src'))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    // Two do not know tensors, one writes programs for Python's.
    .filter((file) => !/packages[\\/](metrics|viz|export)[\\/]/.test(file))
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && !/[\\/](testing|generated)[\\/]/.test(file));
  expect(files.length).toBeGreaterThan(200);
  for (const file of files) {
    const lines = readFileSync(file, 'utf8').split('\n');
    for (const [i, line] of lines.entries())
      if (!/^\s*[/*]/.test(line) && call.test(line)) found.push(`${file}:${i + 1}`);
  }
  expect(found).toEqual([]);
});

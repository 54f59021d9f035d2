import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { expected, nodes, program, run } from './stranger.js';

const home = inject('home');

/** The program as CommonJS, as a person writes it who cannot use `import`. */
const common = program
  .replaceAll(/^import (\{[^}]+\}) from ('[^']+');$/gm, 'const $1 = require($2);')
  .replace(/^setBackend/m, '(async () => {\nsetBackend')
  .concat('})();\n');

describe.each(Object.entries(nodes))('Node %s', (_, node) => {
  it('trains with import', () => {
    expect(run(home, ['train.mjs'], node).trim()).toBe(expected);
  });

  it('trains with require', () => {
    writeFileSync(join(home, 'train.cjs'), common);
    expect(run(home, ['train.cjs'], node).trim()).toBe(expected);
  });

  it('trains in a worker thread', () => {
    writeFileSync(
      join(home, 'start.mjs'),
      "import { Worker } from 'node:worker_threads';\nnew Worker(new URL('train.mjs', import.meta.url));\n",
    );
    expect(run(home, ['start.mjs'], node).trim()).toBe(expected);
  });
});

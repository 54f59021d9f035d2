import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { cellsOf } from './pytorch-lines.js';

const folder = fileURLToPath(new URL('./pytorch/', import.meta.url));
const docs = fileURLToPath(new URL('../../../../docs/tutorials/', import.meta.url));

it.each(readdirSync(docs).filter((name) => name.endsWith('.md')))(
  '%s has a cell of PyTorch for each block that runs',
  (page) => {
    const text = readFileSync(join(docs, page), 'utf8');
    const blocks = [...text.matchAll(/^```ts(?! no-run)/gm)];
    const cells = cellsOf(readFileSync(join(folder, page.replace('.md', '.py')), 'utf8'));
    expect(cells).toHaveLength(blocks.length);
    expect(cells.every((cell) => cell !== '')).toBe(true);
  },
);

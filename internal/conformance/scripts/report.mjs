/**
 * Runs the tests of the numbers, and writes what they compared into docs/guide/numbers.md and both loss curves into
 * docs/public/numbers/losses.svg, and for dark pages into dark/losses.svg beside it. Needs the built @kindling/viz.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { build, root } from '../../scripts/run.mjs';
import { losses } from './losses.mjs';
import { table } from './table.mjs';

const page = join(root, 'docs/guide/numbers.md');
const pictures = join(root, 'docs/public/numbers');

process.exitCode = build(['--filter=@kindling/viz...']);
if (!process.exitCode) await report();

async function report() {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-numbers-'));
  try {
    const config = join(root, 'internal/conformance/numbers.config.ts');
    const vitest = await startVitest('test', [], {
      config,
      run: true,
      watch: false,
      provide: { numbersFolder: folder },
    });
    await vitest.close();
    if (process.exitCode) return;
    const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
    await write(
      files.flatMap(({ rows }) => rows),
      files.flatMap(({ curves }) => curves),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function write(rows, curves) {
  const { toSvg } = await import('../../../packages/viz/dist/index.js');
  mkdirSync(join(pictures, 'dark'), { recursive: true });
  writeFileSync(join(pictures, 'losses.svg'), toSvg(await losses(curves, 'light')));
  writeFileSync(join(pictures, 'dark/losses.svg'), toSvg(await losses(curves, 'dark')));
  const text = readFileSync(page, 'utf8');
  const pattern = /(<!-- table -->\n)[\s\S]*(<!-- end of table -->)/;
  if (!pattern.test(text)) throw new Error(`${page} has no place for the table`);
  writeFileSync(
    page,
    text.replace(pattern, (_, start, end) => `${start}\n${table(rows)}\n${end}`),
  );
}

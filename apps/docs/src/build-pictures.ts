/** Draws the tutorials' pictures, for light pages and for dark ones, by running them with the command, which must be built; it takes minutes. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '@internal/doctest/modules';

/** The seeds that the pages use. */
const runs = { blobs: 42, logistic: 0, images: 42, sonar: 0, circles: 42 };

const target = join(root, 'docs/public/tutorials');
for (const theme of ['light', 'dark']) {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-pictures-'));
  const own = theme === 'light' ? target : join(target, theme);
  mkdirSync(own, { recursive: true });
  for (const [task, seed] of Object.entries(runs)) {
    const args = ['demo', task, '--rng', 'torch', '--seed', String(seed), '--theme', theme, '--out', folder];
    const { status } = spawnSync(process.execPath, [join(root, 'apps/cli/dist/main.js'), ...args], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`kindling ${args.join(' ')} ended with exit code ${status}`);
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
    copyFileSync(join(folder, file), join(own, file));
  }
  rmSync(folder, { recursive: true });
}

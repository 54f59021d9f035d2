import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const app = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the site without the API's pages, which are most of the time, into a folder of its own. */
export function buildSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-site-'));
  const manifest = createRequire(join(app, 'package.json')).resolve('vitepress/package.json');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(dirname(manifest), 'bin/vitepress.js'), 'build', '--outDir', folder],
    { cwd: app, env: { ...process.env, NODE_ENV: 'production', DOCS_WITHOUT_API: '1' }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the site was not built:\n${stdout}\n${stderr}`);
  return folder;
}

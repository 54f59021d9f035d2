import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { candidates, findBrowser } from './browser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'kindling-browser-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A command in a folder of its own. */
function command(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('candidates', () => {
  it('are the commands on PATH, then the usual places', () => {
    const linux = candidates({ PATH: '/a:/b' }, 'linux', '/home/me');
    expect(linux.slice(0, 3)).toEqual(['/a/chromium', '/b/chromium', '/a/chromium-browser']);
    expect(linux).toContain('/opt/google/chrome/chrome');
    const mac = candidates({ PATH: '' }, 'darwin', '/Users/me');
    expect(mac).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(mac).toContain('/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium');
    const windows = candidates({ PROGRAMFILES: 'C:\\Program Files' }, 'win32', 'C:\\Users\\me');
    expect(windows[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  });
});

describe.skipIf(process.platform === 'win32')('findBrowser', () => {
  it('takes the browser that a variable names', () => {
    const named = command('named', 'echo Chromium 1.2.3');
    expect(findBrowser({ KINDLING_BROWSER: named })).toBe(named);
    expect(findBrowser({ CHROME_PATH: named })).toBe(named);
  });

  it('refuses a name that is no browser', () => {
    expect(() => findBrowser({ CHROME_PATH: '/nowhere' })).toThrow(
      'CHROME_PATH names /nowhere, which is not a browser',
    );
    const broken = command('broken', 'exit 1');
    expect(() => findBrowser({ KINDLING_BROWSER: broken })).toThrow('which is not a browser that starts');
  });

  it('passes over a command that only gives advice', () => {
    command('chromium', 'echo "install the snap"; exit 1');
    const real = command('google-chrome', 'echo Google Chrome 123.0');
    expect(findBrowser({ PATH: folder }, 'linux', folder)).toBe(real);
  });
});

describe.skipIf(process.platform === 'win32')('the script', () => {
  const script = fileURLToPath(new URL('./browser.mjs', import.meta.url));
  const start = (env: Record<string, string>) => spawnSync(process.execPath, [script], { encoding: 'utf8', env });

  it('prints the path alone', () => {
    const named = command('printed', 'echo Chromium 1.2.3');
    expect(start({ KINDLING_BROWSER: named })).toMatchObject({ status: 0, stdout: `${named}\n`, stderr: '' });
  });

  it('exits 1 with one line, and installs nothing, where the variable is wrong', () => {
    const { status, stdout, stderr } = start({ KINDLING_BROWSER: '/nowhere', PATH: folder });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('KINDLING_BROWSER names /nowhere, which is not a browser that starts\n');
    expect(existsSync('/nowhere')).toBe(false);
  });
});

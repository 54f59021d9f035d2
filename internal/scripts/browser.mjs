/**
 * The browser that the browser tests run in: found where people have one, else installed.
 *
 * `node internal/scripts/browser.mjs` makes sure that there is one and prints its path (everything else goes to standard
 * error); it exits 1, saying what was tried, where there is none to be had.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Environment variables that name a browser; the first that is set decides. */
export const variables = ['KINDLING_BROWSER', 'CHROME_PATH'];

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Every path at which a browser may lie, likeliest first: the commands on PATH, then the usual places of the platform. */
export function candidates(env, platform, home) {
  const { delimiter, join } = platform === 'win32' ? path.win32 : path.posix;
  const found = [];
  if (platform !== 'win32') {
    const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
    for (const command of commands) for (const folder of folders) found.push(join(folder, command));
  }
  if (platform === 'darwin') {
    for (const root of ['/Applications', join(home, 'Applications')]) {
      for (const name of ['Google Chrome', 'Chromium', 'Microsoft Edge']) {
        found.push(join(root, `${name}.app`, 'Contents', 'MacOS', name));
      }
    }
  } else if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    const tails = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
    for (const tail of [...tails, 'Microsoft\\Edge\\Application\\msedge.exe']) {
      for (const root of roots) found.push(join(root, tail));
    }
  } else {
    found.push(
      '/usr/bin/chromium',
      '/usr/bin/google-chrome',
      '/usr/lib/chromium/chromium',
      '/opt/google/chrome/chrome',
    );
    found.push('/snap/bin/chromium', '/usr/bin/microsoft-edge');
  }
  return [...new Set(found)];
}

/** Whether a path is a browser that starts: some distributions ship a `chromium-browser` that only prints advice. */
function works(file, platform) {
  if (!existsSync(file)) return false;
  // On Windows `--version` opens a window instead.
  if (platform === 'win32') return true;
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 60_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

/** Where Playwright keeps, or would put, the Chromium that it downloads; `null` without Playwright. */
function playwrightBrowser() {
  try {
    return createRequire(import.meta.url)('playwright').chromium.executablePath();
  } catch {
    return null;
  }
}

/**
 * The path of a browser for the tests, or `null` where none is installed. An environment variable that names a browser
 * is believed or refused, never passed over.
 */
export function findBrowser(env = process.env, platform = process.platform, home = homedir()) {
  for (const variable of variables) {
    const named = env[variable];
    if (!named) continue;
    if (works(named, platform)) return named;
    throw new Error(`${variable} names ${named}, which is not a browser that starts`);
  }
  for (const file of candidates(env, platform, home)) if (works(file, platform)) return file;
  const downloaded = playwrightBrowser();
  return downloaded !== null && works(downloaded, platform) ? downloaded : null;
}

/** Runs a command with its output on standard error; whether it succeeded. */
function run(command, args, env = {}) {
  process.stderr.write(`$ ${command} ${args.join(' ')}\n`);
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } });
  if (error) process.stderr.write(`${error.message}\n`);
  return status === 0;
}

/** The distribution's package, where we may install it; what stood in the way, else `null`. */
function installPackage() {
  let release = '';
  try {
    release = readFileSync('/etc/os-release', 'utf8');
  } catch {
    // Not Linux, or a very small one.
  }
  if (!/^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release)) return 'not a Debian or Ubuntu, so no package was tried';
  if (process.getuid?.() !== 0) return 'not root, so apt-get was not tried';
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  if (!run('apt-get', ['update', '-q'], quiet)) return '`apt-get update` failed';
  const install = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
  return run('apt-get', install, quiet) ? null : '`apt-get install chromium` failed';
}

/** Playwright's own Chromium; what stood in the way, else `null`. */
function installDownload() {
  let cli;
  try {
    cli = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  } catch {
    return 'Playwright is not installed';
  }
  return run(process.execPath, [cli, 'install', 'chromium']) ? null : '`playwright install chromium` failed';
}

/** The path of a browser, installing one where there is none; throws an `Error` that says what was tried. */
export function ensureBrowser() {
  const present = findBrowser();
  if (present !== null) return present;
  const tried = [];
  for (const install of [installPackage, installDownload]) {
    const problem = install();
    const installed = findBrowser();
    if (installed !== null) return installed;
    tried.push(problem ?? 'what was installed does not start');
  }
  throw new Error(
    `no browser for the browser tests: ${tried.join('; ')}. ` +
      `Install Chromium or Chrome, or name one in ${variables[0]}.`,
  );
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${ensureBrowser()}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

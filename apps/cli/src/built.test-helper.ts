import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { bundleSources } from '../../../internal/scripts/bundle-sources.mjs';

/** The command as programs of its own, for tests of processes, threads and signals. */
export interface Built {
  /** Its file, for shells. */
  readonly main: string;
  /** Starts it. */
  start(...args: string[]): Running;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcess;
  /** What it has printed so far, and where it ended how. */
  readonly printed: { out: string; err: string };
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Waits until it has printed something to standard output. */
  says(text: RegExp): Promise<void>;
}

/** Bundles the command from the sources; it is gone after the tests of the file. */
export async function builtCommand(): Promise<Built> {
  // In this package, so that its dependencies are found.
  const cache = join(import.meta.dirname, '../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'kindling-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "version": "1.2.3" }');
  const viz = createRequire(new URL('../../../packages/viz/package.json', import.meta.url));
  const outside = { '@resvg/resvg-js': viz.resolve('@resvg/resvg-js') };
  await bundleSources(new URL('main.ts', import.meta.url), join(folder, 'dist/main.js'), outside);
  // Beside what is loaded when it is needed.
  await bundleSources(new URL('trial-thread.ts', import.meta.url), join(folder, 'dist/assets/trial-thread.js'));
  return { main: join(folder, 'dist/main.js'), start: (...args) => start(join(folder, 'dist/main.js'), args) };
}

function start(main: string, args: readonly string[]): Running {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => {
    printed.out += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    printed.err += text.toString();
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  const says = (text: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (text.test(printed.out)) resolve();
      };
      child.stdout.on('data', look);
      void ended.then((code) => reject(new Error(`it ended with ${code}: ${printed.err}`)));
      look();
    });
  return { child, printed, ended, says };
}

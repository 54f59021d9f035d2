import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a program used: seconds of CPU time in all its threads, and MB of memory now and at most. */
export interface Used {
  readonly cpu: number;
  readonly rss: number;
  readonly peak: number;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The command as it is built. */
export const command = here('../../../../apps/cli/dist/main.js');
/** Parses a CSV file in parts and does nothing with it. */
export const parser = here('parse.mjs');

/** Starts a program of Node that tells what it uses. */
export function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', new URL('usage.mjs', import.meta.url).href, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** What a program uses that runs. */
export async function ask(child: ChildProcess): Promise<Used> {
  child.send('used');
  return (await once(child, 'message'))[0] as Used;
}

/** Runs a program to its end. */
export async function finish(...args: readonly string[]): Promise<Used & { readonly wall: number }> {
  const began = performance.now();
  const child = start(...args);
  let said = '';
  let used: Used | undefined;
  child.stdout!.resume();
  child.stderr!.on('data', (text: Buffer) => {
    said = `${said}${text}`.slice(-2000);
  });
  child.on('message', (message) => {
    used = message as Used;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0 || used === undefined) throw new Error(`${args[1]}: ${said.trim().split('\n').at(-1)}`);
  return { ...used, wall: (performance.now() - began) / 1000 };
}

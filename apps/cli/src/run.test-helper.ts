import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { main } from './app.js';

/** What a run of the command left behind. */
export interface Run {
  readonly code: number | string | null | undefined;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, with its output caught. */
export function kindling(...args: string[]): Promise<Run> {
  return kindlingWith({}, ...args);
}

/** The same, with a standard input. */
export async function kindlingWith({ stdin }: { readonly stdin?: string }, ...args: string[]): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const streams: Parameters<typeof main>[2] = {
    stdout: { write: (text) => void out.push(text) },
    stderr: { write: (text) => void err.push(text) },
    ...(stdin === undefined ? {} : { stdin: Readable.from([Buffer.from(stdin)]) }),
  };
  await main(args, '1.2.3', streams);
  return { code: streams.exitCode, out: out.join(''), err: err.join('') };
}

/** An empty folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

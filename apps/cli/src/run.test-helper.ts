import type { EventEmitter } from 'node:events';
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

/** What else a run may be given. */
export interface Surroundings {
  readonly stdin?: string;
  /** What emits signals. */
  readonly signals?: EventEmitter;
  /** Hears what is printed, as it is. */
  readonly listen?: (text: string) => void;
}

/** The same, with a standard input, signals or somebody who listens. */
export async function kindlingWith({ stdin, signals, listen }: Surroundings, ...args: string[]): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const streams: Parameters<typeof main>[2] = {
    stdout: {
      write(text) {
        out.push(text);
        listen?.(text);
      },
    },
    stderr: { write: (text) => void err.push(text) },
    ...(signals === undefined ? {} : { once: (signal, heard) => signals.once(signal, heard) }),
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

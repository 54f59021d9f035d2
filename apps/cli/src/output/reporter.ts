import type { CommandContext } from '@stricli/core';

/** Where a run tells what it does: lines for people, a bar on a terminal, or one JSON document for programs. */
export interface Reporter {
  /** A line for people. */
  line(text?: string): void;
  /** How far a piece of work is, from 0 to 1; shown on a terminal only. */
  progress(fraction: number, label: string): void;
  /** The result: the JSON document, where that was asked for. */
  result(document: object): void;
  /** How wide pictures in the output may be; 0 where they would disturb. */
  readonly columns: number;
}

/** The parts of a terminal stream that matter here. */
interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const barWidth = 30;
const redrawEvery = 60;

/** Prints to the context's streams; with `json`, standard output gets the document and nothing else; with `quiet`, no lines. */
export function createReporter(
  { process }: CommandContext,
  json: boolean,
  { quiet = false, now = Date.now }: { readonly quiet?: boolean; readonly now?: () => number } = {},
): Reporter {
  const out = process.stdout;
  const bars = process.stderr;
  const onTerminal = (bars as Terminal).isTTY === true;
  let drawn = false;
  let last = 0;
  const clear = (): void => {
    if (drawn) bars.write('\r\u001b[K');
    drawn = false;
  };
  return {
    line(text = '') {
      clear();
      if (!json && !quiet) out.write(`${text}\n`);
    },
    progress(fraction, label) {
      if (quiet || !onTerminal || (fraction < 1 && drawn && now() - last < redrawEvery)) return;
      clear();
      if (fraction >= 1) return;
      const full = Math.round(fraction * barWidth);
      const line = `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${Math.floor(fraction * 100)}% ${label}`;
      // A line that wraps would not be cleared as a whole.
      bars.write(line.slice(0, Math.max(1, ((bars as Terminal).columns ?? 80) - 1)));
      drawn = true;
      last = now();
    },
    result(document) {
      clear();
      if (json) out.write(`${JSON.stringify(document)}\n`);
    },
    columns: !json && (out as Terminal).isTTY === true ? ((out as Terminal).columns ?? 80) : 0,
  };
}

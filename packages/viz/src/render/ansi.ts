import { aRecord, checkOptions } from '@internal/arguments';
import type { Rgb } from '../color.js';
import { VizError } from '../errors.js';

/** How many colours a terminal shows. */
export type ColorDepth = 'truecolor' | '256' | 'none';

/** What is known of the place that text goes to. */
export interface TerminalHints {
  /** Environment variables; the process's own when left out. */
  env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Whether it is a terminal at all; asked of standard output when left out. */
  isTTY?: boolean | undefined;
}

/**
 * How many colours a terminal shows, judged as is the custom: by NO_COLOR, FORCE_COLOR, COLORTERM and TERM.
 *
 * @param hints what is known; in a page, where there is no process, nothing is
 * @example
 * ```ts
 * import { terminalColor } from '@kindling/viz';
 *
 * console.log(terminalColor({ env: { TERM: 'xterm-256color' }, isTTY: true })); // => 256
 * console.log(terminalColor({ env: { TERM: 'xterm-256color' }, isTTY: false })); // => none
 * ```
 */
export function terminalColor(hints: TerminalHints = {}): ColorDepth {
  checkOptions(VizError, 'terminalColor', hints, { env: aRecord, isTTY: 'boolean' });
  const host = (globalThis as { process?: { env?: TerminalHints['env']; stdout?: { isTTY?: boolean } } }).process;
  const env = hints.env ?? host?.env ?? {};
  const isTTY = hints.isTTY ?? host?.stdout?.isTTY ?? false;
  if ((env.NO_COLOR ?? '') !== '') return 'none';
  const forced = env.FORCE_COLOR;
  if (forced === '0' || forced === 'false') return 'none';
  const many = /^(truecolor|24bit)$/i.test(env.COLORTERM ?? '') || env.WT_SESSION !== undefined;
  if (forced !== undefined) return forced === '3' || many ? 'truecolor' : '256';
  if (!isTTY || env.TERM === 'dumb') return 'none';
  return many ? 'truecolor' : '256';
}

/** The escape sequence that sets the colour of letters (38) or of the ground (48). */
export function paint(kind: 38 | 48, color: Rgb | undefined, depth: ColorDepth): string {
  if (color === undefined) return `${kind + 1}`;
  if (depth === '256') return `${kind};5;${nearest256(color)}`;
  return `${kind};2;${color.map(Math.round).join(';')}`;
}

const cube = [0, 95, 135, 175, 215, 255];

/** The closest of xterm's 6 x 6 x 6 colours and 24 greys. */
function nearest256(color: Rgb): number {
  const steps = color.map((value) => cube.reduce((best, level, i) => (near(level, value, cube[best]!) ? i : best), 0));
  const grey = Math.min(23, Math.max(0, Math.round(((color[0] + color[1] + color[2]) / 3 - 8) / 10)));
  const distance = (other: readonly number[]): number => color.reduce((total, v, i) => total + (v - other[i]!) ** 2, 0);
  const level = 8 + 10 * grey;
  const inCube = distance(steps.map((step) => cube[step]!));
  if (distance([level, level, level]) < inCube) return 232 + grey;
  return 16 + 36 * steps[0]! + 6 * steps[1]! + steps[2]!;
}

function near(level: number, value: number, best: number): boolean {
  return Math.abs(level - value) < Math.abs(best - value);
}

import type { Kind } from '@internal/arguments';
/** How far training has come. */
export interface Progress {
  /** What is under way, from 1; a fold only in cross-validation. */
  readonly fold?: number;
  readonly epoch: number;
  readonly epochs: number;
  /** How many batches of the epoch are done, and how many there are where that is known. */
  readonly batch: number;
  readonly batches: number | undefined;
  /** How much of the whole is done, from 0 to 1. */
  readonly done: number;
  /** The last losses that were measured: of a batch or epoch, and of the validation data. */
  readonly loss: number | null;
  readonly valLoss: number | null;
  /** Seconds since the beginning, and an estimate of those that are left. */
  readonly elapsed: number;
  readonly remaining: number;
}

/** `true` for a line in the terminal (nothing is written to a pipe or a page's console), or a listener. */
export type ProgressOption = boolean | ((progress: Progress) => void);

/** What checks of options say of it. */
export const aProgress: Kind = [
  'true, false or a function',
  (value) => typeof value === 'boolean' || typeof value === 'function',
];

/** How often a line is drawn at most, in milliseconds: often enough to look alive, and cheap. */
const PACE = 100;

/** What is used of Node's `process`. */
interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Tells a listener, or draws a line, now and then. */
export class ProgressMeter {
  private readonly option: ProgressOption;
  private readonly started = performance.now();
  private readonly terminal: Terminal | null;
  /** How much was done before, by a run that this one goes on from. */
  private before: number | null = null;
  private drawn = Number.NEGATIVE_INFINITY;

  constructor(option: ProgressOption) {
    this.option = option;
    const { process } = globalThis as { process?: { stderr?: Terminal } };
    this.terminal = option === true && process?.stderr?.isTTY === true ? process.stderr : null;
  }

  /** Whether anybody looks. */
  get wanted(): boolean {
    return this.terminal !== null || typeof this.option === 'function';
  }

  tell(now: Omit<Progress, 'elapsed' | 'remaining'>, always = false): void {
    this.before ??= now.done < 1 ? Math.min(now.done, 0.999) : 0;
    const time = performance.now();
    if (!always && time - this.drawn < PACE) return;
    this.drawn = time;
    const elapsed = (time - this.started) / 1000;
    const share = (now.done - this.before) / (1 - this.before);
    const progress = { ...now, elapsed, remaining: share > 0 ? elapsed / share - elapsed : 0 };
    if (typeof this.option === 'function') this.option(progress);
    else this.terminal?.write(`\r\u001b[K${progressLine(progress, this.terminal.columns ?? 80)}`);
  }

  /** Leaves the line as it is and goes to the next. */
  end(): void {
    if (this.drawn > Number.NEGATIVE_INFINITY) this.terminal?.write('\n');
  }
}

/** The line, no wider than the terminal. */
export function progressLine(progress: Progress, columns: number): string {
  const { fold, epoch, epochs, done, loss, valLoss, elapsed, remaining } = progress;
  const place = `${fold === undefined ? '' : `fold ${fold} `}epoch ${epoch}/${epochs}`;
  const losses = `${loss === null ? '' : ` loss ${loss.toPrecision(4)}`}${valLoss === null ? '' : ` valLoss ${valLoss.toPrecision(4)}`}`;
  const times = ` ${clock(elapsed)}<${clock(remaining)}`;
  const percent = ` ${String(Math.floor(done * 100)).padStart(3)}%`;
  const room = Math.min(columns - 1 - place.length - percent.length - losses.length - times.length - 1, 30);
  const filled = Math.round(done * room);
  const bar = room < 5 ? '' : ` ${'━'.repeat(filled)}${'─'.repeat(room - filled)}`;
  return `${place}${bar}${percent}${losses}${times}`.slice(0, Math.max(columns - 1, 10));
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}

import type { Participant } from '../competitors/index.ts';
import type { Entry } from '../tasks/catalogue.ts';
import { trains } from '../tasks/work.ts';
import type { Profile } from './profile.ts';
import { Session, TooSlow } from './session.ts';
import { median } from './statistics.ts';

/** How long to measure. */
export interface Settings {
  readonly quick: boolean;
  /** Blocks of repetitions, one a round and competitor. */
  readonly rounds: number;
  /** A block repeats the work until about this long has gone by. */
  readonly blockMs: number;
  /** Running before anything is timed, so that code is compiled: for training, and for the rest. */
  readonly warmupMs: { readonly train: number; readonly other: number };
  /** What one competitor may spend on one piece of work; with slow work, fewer rounds. */
  readonly budgetMs: number;
  /** A competitor that has not prepared a piece of work by then is too slow for it. */
  readonly limitMs: number;
}

export const settings = {
  quick: {
    quick: true,
    rounds: 5,
    blockMs: 25,
    warmupMs: { train: 400, other: 40 },
    budgetMs: 1500,
    limitMs: 15_000,
  },
  full: {
    quick: false,
    rounds: 11,
    blockMs: 100,
    warmupMs: { train: 800, other: 200 },
    budgetMs: 15_000,
    limitMs: 120_000,
  },
} as const satisfies Record<string, Settings>;

/** What became of one piece of work with one competitor. */
export type Cell =
  | {
      readonly kind: 'timed';
      readonly ms: number;
      readonly rounds: number;
      readonly values: readonly number[];
      /** Where the time goes, of Kindling between small steps and large products. */
      readonly profile?: Profile;
    }
  /** The library has no such function. */
  | { readonly kind: 'unable' }
  | { readonly kind: 'left out' }
  | { readonly kind: 'too slow'; readonly limitMs: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** Starts competitors when they are needed, and anew after one was too slow. */
export class Sessions {
  readonly versions = new Map<string, string>();
  readonly failures = new Map<string, string>();
  readonly #open = new Map<string, Session>();
  readonly #python: string | undefined;

  /** @param python the program that has PyTorch; without one its participants fail with `missing` */
  constructor(python: string | undefined, missing = '') {
    this.#python = python;
    if (python === undefined) for (const id of ['pytorch', 'pytorch-2']) this.failures.set(id, missing);
  }

  async get(participant: Participant): Promise<Session | undefined> {
    const { id } = participant;
    if (this.failures.has(id)) return undefined;
    const found = this.#open.get(id);
    if (found !== undefined && !found.ended) return found;
    try {
      const { session, version } = await Session.open(participant, this.#python ?? '');
      this.versions.set(id, version);
      this.#open.set(id, session);
      return session;
    } catch (error) {
      this.failures.set(id, error instanceof TooSlow ? 'did not start in a minute' : (error as Error).message);
      return undefined;
    }
  }

  close(): void {
    for (const session of this.#open.values()) session.close();
  }
}

/** A competitor that has warmed up and is timed block by block. */
interface Runner {
  readonly id: string;
  readonly session: Session;
  readonly threads: number;
  readonly values: readonly number[];
  /** Repetitions in a block. */
  repetitions: number;
  /** Whether each block begins with a repetition that is not counted. */
  first: boolean;
  rounds: number;
  readonly times: number[];
}

/** Measures one piece of work with all participants, a block each in turn. */
export async function measure(
  entry: Entry,
  participants: readonly Participant[],
  sessions: Sessions,
  how: Settings,
): Promise<Map<string, Cell>> {
  const cells = new Map<string, Cell>();
  const runners: Runner[] = [];
  for (const participant of participants) {
    const prepared = await prepare(entry, participant, sessions, how);
    if ('kind' in prepared) cells.set(participant.id, prepared);
    else runners.push(prepared);
  }
  for (let round = 0; round < how.rounds; round++) {
    // Whoever comes after a busy neighbour should not always be the same.
    for (let i = 0; i < runners.length; i++) {
      const runner = runners[(i + round) % runners.length]!;
      if (runner.times.length >= runner.rounds) continue;
      try {
        runner.times.push((await time(runner, runner.repetitions, how)) / runner.repetitions);
      } catch (error) {
        cells.set(runner.id, failure(error, how));
        runner.rounds = 0;
      }
      // Idle threads of a pool spin for a while before they sleep.
      if (runner.threads > 1) await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
  for (const { id, session, times, values } of runners) {
    if (!cells.has(id)) {
      const profile = entry.section === 'middle' && id === 'kindling' ? await profiled(session, how) : {};
      cells.set(id, { kind: 'timed', ms: median(times), rounds: times.length, values, ...profile });
    }
    if (!session.ended) await session.request({ command: 'finish' }, how.limitMs).catch(() => {});
  }
  return cells;
}

async function profiled(session: Session, how: Settings): Promise<{ profile?: Profile }> {
  const request = { command: 'profile', ms: 2 * how.blockMs } as const;
  const reply = await session.request(request, how.limitMs).catch(() => ({}));
  return 'profile' in reply ? { profile: reply.profile } : {};
}

function failure(error: unknown, how: Settings): Cell {
  if (error instanceof TooSlow) return { kind: 'too slow', limitMs: how.limitMs };
  return { kind: 'failed', reason: (error as Error).message };
}

async function time(runner: Runner, repetitions: number, how: Settings): Promise<number> {
  const { session, first } = runner;
  const reply = await session.request({ command: 'time', repetitions, first }, how.limitMs);
  return (reply as { ms: number }).ms;
}

async function prepare(
  entry: Entry,
  participant: Participant,
  sessions: Sessions,
  how: Settings,
): Promise<Runner | Cell> {
  const { id, threads } = participant;
  if (how.quick && entry.slow?.includes(id)) return { kind: 'left out' };
  const session = await sessions.get(participant);
  if (session === undefined) return { kind: 'failed', reason: sessions.failures.get(id)! };
  try {
    const reply = await session.request({ command: 'prepare', work: entry.work }, how.limitMs);
    const { values, ms } = reply as { values: readonly number[] | null; ms: number };
    if (values === null) return { kind: 'unable' };
    const runner: Runner = {
      id,
      session,
      threads,
      values,
      repetitions: 1,
      first: false,
      rounds: how.rounds,
      times: [],
    };
    // Where a single repetition takes that long, the checked ones were the warm-up, and the sample.
    if (ms > how.budgetMs) runner.times.push(ms);
    const block = ms > how.budgetMs ? ms : await warmUp(runner, entry, how);
    // Where a repetition takes long, what went cold does not show.
    runner.first = block < 500 * runner.repetitions;
    runner.rounds = Math.max(1, Math.min(how.rounds, Math.floor(how.budgetMs / block)));
    return runner;
  } catch (error) {
    return failure(error, how);
  }
}

/** Runs until code is compiled, and finds how many repetitions make a block; returns what a block takes in ms. */
async function warmUp(runner: Runner, { work }: Entry, how: Settings): Promise<number> {
  const warmup = how.warmupMs[trains(work) ? 'train' : 'other'];
  let block = 0;
  for (let spent = 0; spent < warmup; ) {
    const ms = await time(runner, runner.repetitions, how);
    spent += ms + 0.5;
    const wanted = (runner.repetitions * how.blockMs) / Math.max(ms, 1e-3);
    const next = Math.max(1, Math.round(Math.min(wanted, 8 * runner.repetitions, 1e6)));
    block = (ms * next) / runner.repetitions;
    runner.repetitions = next;
  }
  return block;
}

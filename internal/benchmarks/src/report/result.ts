import type { Participant } from '../competitors/index.ts';
import type { Cell } from '../measure/round-robin.ts';
import type { StartUp } from '../measure/start-up.ts';
import { distance } from '../measure/statistics.ts';

/** A finished run. */
export interface Result {
  readonly quick: boolean;
  readonly machine: string;
  readonly participants: readonly Participant[];
  readonly versions: ReadonlyMap<string, string>;
  /** Competitors that did not run at all, and why. */
  readonly failures: ReadonlyMap<string, string>;
  readonly rows: readonly Row[];
  readonly startUp: readonly StartUp[];
}

/** A piece of work and what became of it with each participant. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly tolerance: number;
  /** Whether a network with ReLU is part of it. */
  readonly relu: boolean;
  readonly section?: 'middle' | undefined;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Whom a participant is compared with: Kindling with as many threads. */
export function ours(threads: number): string {
  return threads > 1 ? 'kindling-2' : 'kindling';
}

/** The time of one piece of work with one participant in ms, where there is one. */
export function timeOf(result: Result, row: string, participant: string): number | undefined {
  const cell = result.rows.find(({ id }) => id === row)?.cells.get(participant);
  return cell?.kind === 'timed' ? cell.ms : undefined;
}

/** A start-up time in ms, where there is one. */
export function startUpOf(result: Result, id: string): number | undefined {
  const ms = result.startUp.find((line) => line.id === id)?.ms;
  return typeof ms === 'number' ? ms : undefined;
}

/** How far a participant's results are from Kindling's with one thread; `undefined` where they cannot be compared. */
export function disagreement({ cells }: Row, participant: string): number | undefined {
  const mine = cells.get('kindling');
  const theirs = cells.get(participant);
  if (mine?.kind !== 'timed' || theirs?.kind !== 'timed' || theirs.values.length === 0) return undefined;
  return distance(mine.values, theirs.values);
}

/** Competitors known to compute something else, and what. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  brain: 'brain.js trains row by row on the squared error with one activation throughout: only the work is alike.',
  'js-pytorch':
    "js-pytorch's ReLU lets a thousandth of what is negative through, and its Adam has no bias correction: its results (≠) differ.",
};

/** What does not agree and should: lines for a reader, none when all is well. */
export function disagreements(result: Result): string[] {
  return result.rows.flatMap((row) =>
    result.participants.flatMap(({ id, name }) => {
      const apart = disagreement(row, id);
      const known = id === 'js-pytorch' && row.relu;
      if (apart === undefined || known || apart <= row.tolerance) return [];
      return [`${row.id}: ${name} and Kindling differ by ${apart.toExponential(1)}, more than ${row.tolerance}`];
    }),
  );
}

import { expect, TestRunner } from 'vitest';

/** What a difference is measured in: parts of the expected number, steps from one float32 to the next, or nothing. */
export type Unit = 'relative' | 'ulp' | 'absolute';

/** Comparisons of one kind, as `docs/guide/numbers.md` shows them in a row. */
export interface Row {
  /** The section of the table. */
  readonly part: string;
  readonly what: string;
  readonly unit: Unit;
  /** 0 where nothing may differ. */
  readonly tolerance: number;
  cases: number;
  values: number;
  worst: number;
  /** What was computed where the difference was largest. */
  at?: string | undefined;
}

/** What the comparison functions of the tests say of one call. */
export interface Comparison {
  readonly unit?: Unit;
  readonly tolerance?: number;
  readonly values: number;
  /** The largest difference; 0 when left out. */
  readonly worst?: number;
  /** What was computed, where the name of the row does not say it. */
  readonly at?: string;
  /** What counts as one case; the running test when left out. */
  readonly of?: unknown;
}

/** A curve of ours and PyTorch's, for the picture. */
export interface Curves {
  readonly name: string;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

const rows = new Map<string, Row & { readonly seen: Set<unknown> }>();
const kept: Curves[] = [];

/** Counts a comparison that a test makes. The page about the numbers is made of these, so it shows what is tested. */
export function tally(part: string, what: string, comparison: Comparison): void {
  const { unit = 'relative', tolerance = 0, values, worst = 0, of = TestRunner.getCurrentTest()?.id } = comparison;
  const key = JSON.stringify([part, what, unit, tolerance]);
  let row = rows.get(key);
  if (row === undefined) {
    row = { part, what, unit, tolerance, cases: 0, values: 0, worst: 0, seen: new Set() };
    rows.set(key, row);
  }
  row.seen.add(of);
  row.cases = row.seen.size;
  row.values += values;
  if (worst > row.worst) {
    row.worst = worst;
    row.at = comparison.at;
  }
}

/** Expects two lists to be equal and counts them. */
export function expectSame(part: string, what: string, actual: ArrayLike<unknown>, expected: ArrayLike<unknown>): void {
  expect(Array.from(actual), what).toEqual(Array.from(expected));
  tally(part, what, { values: expected.length });
}

/** Remembers a curve for the picture. */
export function keepCurves(curves: Curves): void {
  kept.push(curves);
}

/** All that was counted in this test file. */
export function ledger(): { readonly rows: readonly Row[]; readonly curves: readonly Curves[] } {
  return { rows: [...rows.values()].map(({ seen: _, ...row }) => row), curves: kept };
}

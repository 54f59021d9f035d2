import { clean } from '@internal/arguments';
import type { Column, Table } from '@kindling/data';
import { ksStatistic } from '@kindling/metrics';
import { percent } from '../numbers.js';
import type { Finding } from './finding.js';

/** A difference of distributions from here on is told, where chance would seldom give as much. */
const LARGE = 0.2;

/** Whether a column's values in other rows come from elsewhere than those it was trained on. */
export function driftOf(column: Column, other: Table): Finding[] {
  if (!other.has(column.name)) return [];
  const there = other.column(column.name);
  if ('values' in column && 'values' in there) return ofNumbers(column.name, column.values, there.values);
  if ('codes' in column && 'codes' in there) return ofCategories(column.name, textsOf(column), textsOf(there));
  return [];
}

function ofNumbers(name: string, values: Float64Array, others: Float64Array): Finding[] {
  const [a, b] = [values, others].map((all) => all.filter(Number.isFinite)) as [Float64Array, Float64Array];
  if (a.length === 0 || b.length === 0) return [];
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  const { statistic } = ksStatistic(
    Array.from(both, (_, i) => (i < a.length ? 0 : 1)),
    both,
  );
  return driftFinding(name, statistic, a.length, b.length);
}

function ofCategories(name: string, values: readonly string[], others: readonly string[]): Finding[] {
  if (values.length === 0 || others.length === 0) return [];
  const shares = (all: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const text of all) counts.set(text, (counts.get(text) ?? 0) + 1 / all.length);
    return counts;
  };
  const [a, b] = [shares(values), shares(others)];
  let difference = 0;
  for (const text of new Set([...a.keys(), ...b.keys()]))
    difference += Math.abs((a.get(text) ?? 0) - (b.get(text) ?? 0)) / 2;
  return driftFinding(name, difference, values.length, others.length);
}

/** A difference that is told where it is large, and where chance would seldom give as much. */
export function driftFinding(name: string, difference: number, rows: number, others: number): Finding[] {
  // Kolmogorov's and Smirnov's bound: chance gives more once in a thousand.
  const chance = 1.95 * Math.sqrt((rows + others) / (rows * others));
  if (difference < Math.max(LARGE, chance)) return [];
  return [
    {
      kind: 'drift',
      column: name,
      message: `column "${clean(name)}" is distributed otherwise than in training (${percent(difference)} of its rows would have to change): expect worse predictions`,
    },
  ];
}

function textsOf(column: Column): string[] {
  if (!('codes' in column)) return [];
  return Array.from(column.codes).flatMap((code) => (code < 0 ? [] : [column.categories[code]!]));
}

import type { Table } from '@kindling/data';
import type { Judgement } from '../judged.js';
import { cut, short } from '../numbers.js';
import { dataTable, type Section, section } from './section.js';

/** So many rows, and so many columns of each. */
const WORST = 10;
const COLUMNS = 8;

/** The test rows of which the model was surest, and wrong. */
export function mistakes(
  { truth, probabilities, measures, labels }: Judgement,
  test: Table,
  columns: readonly string[],
): Section | null {
  const wrong = [...truth.keys()].filter((row) => (probabilities[row]! > measures.threshold ? 1 : 0) !== truth[row]);
  if (wrong.length === 0) return null;
  const miss = (row: number): number => Math.abs(truth[row]! - probabilities[row]!);
  const worst = wrong.sort((a, b) => miss(b) - miss(a) || a - b).slice(0, WORST);
  const { lines } = test.source;
  const shown = columns.slice(0, COLUMNS);
  const rows = worst.map((row) => [
    String(lines?.[row] ?? row + 1),
    cut(String(labels[truth[row] as 0 | 1]), 40),
    short(probabilities[row]!),
    ...shown.map((name) => {
      const value = test.get(row, name);
      if (value === null) return 'missing';
      if (typeof value === 'number') return short(value);
      return cut(value instanceof Date ? value.toISOString().slice(0, 10) : String(value), 40);
    }),
  ]);
  return section(
    'mistakes',
    'The worst mistakes',
    dataTable(
      [
        lines === undefined ? 'Row' : 'Line',
        'True class',
        `Probability of ${cut(String(labels[1]), 24)}`,
        ...shown.map((name) => cut(name, 40)),
      ],
      rows,
      `The test rows that it was surest of and wrong about, ${rows.length} of ${wrong.length}`,
    ),
  );
}

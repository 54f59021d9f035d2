import { clean } from '@internal/arguments';
import { type Column, type ColumnType, showDay } from './column.js';
import { grid } from './print.js';

/** What `table.describe()` says about a column. */
export interface ColumnSummary {
  readonly name: string;
  readonly type: ColumnType;
  /** Why it has this type. */
  readonly reason: string;
  /** How many values are missing. */
  readonly missing: number;
  /** How many different values there are. */
  readonly distinct: number;
  /** The least and the greatest number or day; `null` for what has no order or no values. */
  readonly range: readonly [least: number, greatest: number] | null;
  /** The mean of numbers, `null` for others. */
  readonly mean: number | null;
  /** A few values: the first numbers, the most frequent texts. */
  readonly examples: readonly string[];
}

/** The summaries of a table's columns; prints as a table. */
export class TableSummary {
  /** One for each column, in order. */
  readonly columns: readonly ColumnSummary[];
  /** The number of rows. */
  readonly rows: number;

  constructor(columns: readonly ColumnSummary[], rows: number) {
    this.columns = columns;
    this.rows = rows;
  }

  /** The summary as a table of text, a line for each column. */
  toString(): string {
    const cells = this.columns.map((column) => [
      column.name,
      column.type,
      String(column.missing),
      String(column.distinct),
      column.range === null ? '' : column.range.map((value) => showValue(column.type, value)).join(' to '),
      column.examples.join(', '),
      column.reason,
    ]);
    const head = ['column', 'type', 'missing', 'distinct', 'range', 'examples', 'reason'];
    return `${this.rows} rows\n${grid([head, ...cells], 'left')}`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** What there is to say about a column. */
export function summarize(column: Column): ColumnSummary {
  const { name, type, reason } = column;
  if ('codes' in column) {
    const counts = new Int32Array(column.categories.length);
    let missing = 0;
    for (const code of column.codes) {
      if (code < 0) missing++;
      else counts[code]!++;
    }
    const present = Array.from(counts.keys()).filter((code) => counts[code]! > 0);
    const most = [...present].sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, 3);
    const examples = most.map((code) => `${clean(column.categories[code]!)} (${counts[code]})`);
    return { name, type, reason, missing, distinct: present.length, range: null, mean: null, examples };
  }
  const seen = new Set<number>();
  let missing = 0;
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const value of column.values) {
    if (Number.isNaN(value)) {
      missing++;
      continue;
    }
    seen.add(value);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
    sum += value;
  }
  const count = column.length - missing;
  const examples = [...seen].slice(0, 3).map((value) => showValue(type, value));
  const range = count === 0 ? null : ([least, greatest] as const);
  const mean = type === 'numeric' && count > 0 ? sum / count : null;
  return { name, type, reason, missing, distinct: seen.size, range, mean, examples };
}

function showValue(type: ColumnType, value: number): string {
  return type === 'date' ? showDay(value) : String(value);
}

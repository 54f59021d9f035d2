import type { DateOrder } from '../csv/date-text.js';

/** What the values of a column are. */
export type ColumnType = 'numeric' | 'categorical' | 'boolean' | 'date' | 'text';

/** One value of a table: a number, a truth value, a text, a day, or `null` where it is missing. */
export type Cell = number | string | boolean | Date | null;

interface ColumnBase {
  readonly name: string;
  /** The number of rows. */
  readonly length: number;
  /** Why it has its type, in a few words. */
  readonly reason: string;
}

/** Numbers, or dates as days since 1970-01-01 (half a day is noon, UTC); NaN where one is missing. */
export interface NumericColumn extends ColumnBase {
  readonly type: 'numeric' | 'date';
  readonly values: Float64Array;
  /** In which order a file has the day, month and year of dates, where it came from one. */
  readonly dateOrder?: DateOrder;
}

/** Texts as numbers into a list of those that occur; -1 where one is missing. */
export interface CodedColumn extends ColumnBase {
  readonly type: 'categorical' | 'boolean' | 'text';
  readonly codes: Int32Array;
  /** The different texts, in order of their code points; of a boolean column the spellings of false and true. */
  readonly categories: readonly string[];
}

/** A column of a table. */
export type Column = NumericColumn | CodedColumn;

const DAY = 86_400_000;

/** The value in a row. */
export function cellOf(column: Column, row: number): Cell {
  if ('values' in column) {
    const value = column.values[row]!;
    if (Number.isNaN(value)) return null;
    return column.type === 'date' ? new Date(Math.round(value * DAY)) : value;
  }
  const code = column.codes[row]!;
  if (code < 0) return null;
  return column.type === 'boolean' ? code === 1 : column.categories[code]!;
}

/** The value in a row as a CSV file has it; `''` where it is missing. */
export function textOf(column: Column, row: number): string {
  if ('codes' in column) return column.codes[row]! < 0 ? '' : column.categories[column.codes[row]!]!;
  const value = column.values[row]!;
  if (Number.isNaN(value)) return '';
  return column.type === 'date' ? showDay(value) : String(value);
}

/** A number of days as `2024-01-31`, with the time where there is one. */
export function showDay(days: number): string {
  const date = new Date(Math.round(days * DAY));
  if (Number.isNaN(date.getTime())) return String(days);
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace(/\.000Z$/, 'Z');
}

/** Whether the value in a row is missing. */
export function isMissing(column: Column, row: number): boolean {
  return 'values' in column ? Number.isNaN(column.values[row]) : column.codes[row]! < 0;
}

/** How many values are missing. */
export function countMissing(column: Column): number {
  let count = 0;
  for (let i = 0; i < column.length; i++) if (isMissing(column, i)) count++;
  return count;
}

/** The column at some of its rows. */
export function takeRows(column: Column, rows: ArrayLike<number>): Column {
  const { length } = rows;
  if ('values' in column) {
    const values = new Float64Array(length);
    for (let i = 0; i < length; i++) values[i] = column.values[rows[i]!]!;
    return { ...column, length, values };
  }
  const codes = new Int32Array(length);
  for (let i = 0; i < length; i++) codes[i] = column.codes[rows[i]!]!;
  return { ...column, length, codes };
}

/** A column of numbers. */
export function numericColumn(name: string, values: Float64Array, reason = 'made of numbers'): NumericColumn {
  return { name, type: 'numeric', length: values.length, reason, values };
}

/** A column of texts, `null` where one is missing. */
export function codedColumn(
  name: string,
  type: 'categorical' | 'text',
  texts: readonly (string | null)[],
  reason = 'made of texts',
): CodedColumn {
  const categories = [...new Set(texts)].filter((text) => text !== null).sort(compareText);
  const codeOf = new Map<string | null, number>(categories.map((text, code) => [text, code]));
  const codes = Int32Array.from(texts, (text) => codeOf.get(text) ?? -1);
  return { name, type, length: codes.length, reason, codes, categories };
}

/** Orders texts by their code points, as Python does; JavaScript's own order is that of UTF-16 units. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above all others.
    const high = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
    return high(x) === high(y) ? x - y : high(x) ? 1 : -1;
  }
  return a.length - b.length;
}

import { clean, describe } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import { type CodedColumn, type Column, codedColumn, numericColumn } from './column.js';

/** Values of a table in plain JavaScript: a list of objects, or an object of arrays. */
export type Rows = readonly Readonly<Record<string, unknown>>[] | Readonly<Record<string, ArrayLike<unknown>>>;

const DAY = 86_400_000;

/** Typed columns of plain values; a key that an object lacks is missing there. */
export function columnsFrom(rows: Rows): Column[] {
  if (typeof rows !== 'object' || rows === null || rows instanceof Promise) {
    throw new ArgumentError(`Table.from: expects a list of objects or an object of arrays, got ${describe(rows)}`);
  }
  if (!Array.isArray(rows)) {
    const columns = Object.entries(rows as Record<string, ArrayLike<unknown>>);
    return columns.map(([name, values]) => {
      if (typeof values !== 'object' || values === null || typeof values.length !== 'number') {
        throw new ArgumentError(`Table.from: "${clean(name)}" must be an array of values, got ${describe(values)}`);
      }
      return columnFrom(name, values);
    });
  }
  const names = new Set<string>();
  for (const [i, row] of rows.entries()) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      throw new ArgumentError(`Table.from: row ${i} must be an object, got ${describe(row)}`);
    }
    for (const name of Object.keys(row)) names.add(name);
  }
  return [...names].map((name) =>
    columnFrom(
      name,
      rows.map((row: Record<string, unknown>) => (Object.hasOwn(row, name) ? row[name] : null)),
    ),
  );
}

/** A column of plain values: numbers, texts, booleans or dates; `null`, `undefined` and NaN are missing. */
export function columnFrom(name: string, values: ArrayLike<unknown>): Column {
  if (ArrayBuffer.isView(values) && !(values instanceof BigInt64Array || values instanceof BigUint64Array)) {
    return numericColumn(name, Float64Array.from(values as ArrayLike<number>));
  }
  const { length } = values;
  const missing = (value: unknown): boolean => value === null || value === undefined || Number.isNaN(value);
  let kind: string | undefined;
  for (let i = 0; i < length; i++) {
    if (missing(values[i])) continue;
    const found = values[i] instanceof Date ? 'date' : typeof values[i];
    if (!['number', 'string', 'boolean', 'date'].includes(found)) {
      throw new ArgumentError(`Table.from: "${clean(name)}", row ${i}: ${describe(values[i])} is no value of a table`);
    }
    kind ??= found;
    if (found !== kind) {
      throw new ShapeError(`Table.from: "${clean(name)}" is of ${kind}s, but row ${i} has ${describe(values[i])}`);
    }
  }
  const all = Array.from({ length }, (_, i) => (missing(values[i]) ? null : values[i]));
  if (kind === 'string') return texts(name, all as (string | null)[]);
  if (kind === 'boolean') {
    const codes = Int32Array.from(all, (value) => (value === null ? -1 : value ? 1 : 0));
    return { name, type: 'boolean', length, reason: 'made of booleans', codes, categories: ['false', 'true'] };
  }
  const numbers = Float64Array.from(all, (value) =>
    value === null ? Number.NaN : value instanceof Date ? value.getTime() / DAY : (value as number),
  );
  if (kind === 'date') return { name, type: 'date', length, reason: 'made of dates', values: numbers };
  return numericColumn(name, numbers, kind === undefined ? 'every value is missing' : undefined);
}

function texts(name: string, all: readonly (string | null)[]): CodedColumn {
  const column = codedColumn(name, 'categorical', all);
  return looksLikeText(column.categories.length, all.length) ? { ...column, type: 'text' } : column;
}

/** Whether so many different texts are rather texts than categories. */
export function looksLikeText(distinct: number, rows: number): boolean {
  return distinct > 20 && distinct > rows / 2;
}

import { clean, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { type CodedColumn, type Column, compareText, type NumericColumn } from './column.js';
import { Table } from './table.js';

/**
 * The rows of tables one after the other; all have the columns of the first, of its types.
 *
 * @throws `ArgumentError` for no tables, and where one has other columns.
 * @example
 * ```ts
 * import { concatTables, Table } from '@kindling/data';
 *
 * const both = concatTables([Table.from({ town: ['Ulm'] }), Table.from({ town: ['Bonn', null] })]);
 * console.log(both.toRows()); // => [ { town: 'Ulm' }, { town: 'Bonn' }, { town: null } ]
 * ```
 */
export function concatTables(tables: readonly Table[]): Table {
  const list: unknown = tables;
  if (!Array.isArray(list)) wrong(ArgumentError, 'concatTables', 'the tables', 'an array of Tables', list);
  for (const one of list as unknown[])
    if (!(one instanceof Table)) wrong(ArgumentError, 'concatTables', 'each of the tables', 'a Table', one);
  const [first] = tables;
  if (first === undefined) throw new ArgumentError('concatTables: no tables');
  if (tables.length === 1) return first;
  const columns = first.columns.map((column) => {
    const parts = tables.map((table) => table.column(column.name));
    const odd = parts.find(({ type }) => type !== column.type);
    if (odd !== undefined) {
      throw new ArgumentError(
        `concatTables: column "${clean(column.name)}" is ${column.type} in the first table and ${odd.type} in another`,
      );
    }
    return 'values' in column
      ? joinNumbers(column, parts as NumericColumn[])
      : joinCodes(column, parts as CodedColumn[]);
  });
  const extra = tables.find((table) => table.columns.length !== first.columns.length);
  if (extra !== undefined) {
    const name = extra.columnNames.find((one) => !first.has(one))!;
    throw new ArgumentError(`concatTables: column "${clean(name)}" is not in the first table`);
  }
  const lines = tables.map(({ source }) => source.lines);
  const { lines: _, ...source } = first.source;
  const known = lines.every((one) => one !== undefined) ? { lines: joined(Int32Array, lines as Int32Array[]) } : {};
  return new Table(columns, { warnings: tables.flatMap(({ warnings }) => warnings), source: { ...source, ...known } });
}

/** Some rows in a row, sharing the memory of the table. */
export function sliceTable(table: Table, from: number, to: number): Table {
  if (from === 0 && to === table.rows) return table;
  const columns = table.columns.map((column): Column => {
    const length = to - from;
    if ('values' in column) return { ...column, length, values: column.values.subarray(from, to) };
    return { ...column, length, codes: column.codes.subarray(from, to) };
  });
  const { lines } = table.source;
  const source = lines === undefined ? table.source : { ...table.source, lines: lines.subarray(from, to) };
  return new Table(columns, { warnings: table.warnings, source });
}

function joinNumbers(column: NumericColumn, parts: readonly NumericColumn[]): NumericColumn {
  const values = joined(
    Float64Array,
    parts.map((part) => part.values),
  );
  return { ...column, length: values.length, values };
}

function joinCodes(column: CodedColumn, parts: readonly CodedColumn[]): CodedColumn {
  if (column.type === 'boolean') {
    const codes = joined(
      Int32Array,
      parts.map((part) => part.codes),
    );
    return { ...column, length: codes.length, codes };
  }
  const categories = [...new Set(parts.flatMap((part) => part.categories))].sort(compareText);
  const placeOf = new Map(categories.map((text, place) => [text, place]));
  const codes = joined(
    Int32Array,
    parts.map((part) => {
      const places = part.categories.map((text) => placeOf.get(text)!);
      return part.codes.map((code) => (code < 0 ? -1 : places[code]!));
    }),
  );
  return { ...column, length: codes.length, codes, categories };
}

function joined<T extends Float64Array | Int32Array>(Kind: new (length: number) => T, parts: readonly T[]): T {
  const out = new Kind(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

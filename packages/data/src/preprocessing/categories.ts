import { clean, describe } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import { cellOf } from '../table/column.js';
import type { Table } from '../table/table.js';
import { encodeLabels, type Label, show } from './labels.js';
import { isTable } from './matrix.js';

/** A category, or `null` where it is missing. */
export type Category = Label | null;

/** A table of categories: an array of rows, where `null`, `undefined` and NaN are missing, or a `Table`. */
export type CategoryRows = readonly (readonly (Label | null | undefined)[])[] | Table;

/** An encoder of categories as plain data. */
export interface EncoderState {
  /** Which one it is: `kindling.OneHotEncoder`. */
  readonly format: string;
  readonly version: 1;
  readonly options: Readonly<Record<string, unknown>>;
  /** The names of the columns it was fitted to, where that was a `Table`. */
  readonly inputNames: readonly string[] | null;
  /** Each column's categories; `null` where it was not fitted. */
  readonly categories: readonly (readonly Category[])[] | null;
  /** How many rows had each; `null` where it was not fitted. */
  readonly counts: readonly (readonly number[])[] | null;
}

/** What an encoder learned. */
export interface KnownCategories {
  readonly inputNames: readonly string[] | undefined;
  /** Each column's categories in ascending order, `null` last where one was missing. */
  readonly categories: readonly (readonly Category[])[];
  /** How many rows had each. */
  readonly counts: readonly (readonly number[])[];
  readonly rows: number;
}

/** The columns of a table, one list each. */
export function columnsOf(
  where: string,
  x: CategoryRows,
  names?: readonly string[],
): { columns: Category[][]; names: readonly string[] | undefined } {
  if (isTable(x)) {
    const extra = names === undefined ? undefined : x.columnNames.find((name) => !names.includes(name));
    if (extra !== undefined)
      throw new ShapeError(`${where}: column "${clean(extra)}" was not there when it was fitted`);
    const table = names === undefined ? x : x.select(names);
    const columns = table.columns.map((column) =>
      Array.from({ length: column.length }, (_, row) => {
        const cell = cellOf(column, row);
        if (cell instanceof Date)
          throw new ArgumentError(`${where}: column "${clean(column.name)}" holds dates, not categories`);
        return cell;
      }),
    );
    check(where, table.rows, columns.length);
    return { columns, names: table.columnNames };
  }
  if (!Array.isArray(x)) throw new ArgumentError(`${where}: expects an array of rows or a Table, got ${describe(x)}`);
  const width = Array.isArray(x[0]) ? x[0].length : 0;
  for (const [i, row] of x.entries()) {
    if (!Array.isArray(row))
      throw new ArgumentError(`${where}: row ${i} must be an array of categories, got ${describe(row)}`);
    if (row.length !== width)
      throw new ShapeError(`${where}: row ${i} has ${row.length} columns, the first one ${width}`);
  }
  check(where, x.length, width);
  const rows = x as readonly (readonly (Label | null | undefined)[])[];
  const columns = Array.from({ length: width }, (_, j) =>
    rows.map((row) => (row[j] === undefined || Number.isNaN(row[j]) ? null : row[j]!)),
  );
  return { columns, names: undefined };
}

function check(where: string, rows: number, columns: number): void {
  if (rows < 1 || columns < 1) throw new ShapeError(`${where}: the table is empty, [${rows}, ${columns}]`);
}

/** The categories of each column, and how many rows have each. */
export function learnCategories(where: string, x: CategoryRows): KnownCategories {
  const { columns, names } = columnsOf(where, x);
  const counts: number[][] = [];
  const categories = columns.map((column, j) => {
    const present = column.filter((value) => value !== null);
    const { classes, codes } = encodeLabels(`${where}, column ${names?.[j] ?? j}`, present);
    const count = new Array<number>(classes.length).fill(0);
    for (const code of codes) count[code]!++;
    counts.push(present.length < column.length ? [...count, column.length - present.length] : count);
    return present.length < column.length ? [...classes, null] : classes;
  });
  return { inputNames: names, categories, counts, rows: columns[0]!.length };
}

/** The place of each value among its column's categories; what `unknown` says for others, which may throw. */
export function placesOf(
  where: string,
  x: CategoryRows,
  known: KnownCategories | undefined,
  unknown: 'error' | -1,
): Int32Array[] {
  if (known === undefined) throw new ArgumentError(`${where}: fit it to a table first`);
  const { columns } = columnsOf(where, x, known.inputNames);
  if (columns.length !== known.categories.length) {
    throw new ShapeError(`${where}: got ${columns.length} columns, it was fitted to ${known.categories.length}`);
  }
  return columns.map((column, j) => {
    const placeOf = new Map(known.categories[j]!.map((category, place) => [category, place]));
    return Int32Array.from(column, (value, i) => {
      const place = placeOf.get(value);
      if (place !== undefined) return place;
      if (unknown === -1) return -1;
      const list = known.categories[j]!.slice(0, 10).map(show).join(', ');
      throw new ArgumentError(
        `${where}: ${clean(show(value))} in row ${i}, column ${clean(known.inputNames?.[j] ?? String(j))} is not one of the categories it knows: ${list}`,
      );
    });
  });
}

/** What an encoder learned, as plain data. */
export function encoderState(
  name: string,
  options: Record<string, unknown>,
  known: KnownCategories | undefined,
): EncoderState {
  return {
    format: `kindling.${name}`,
    version: 1,
    options,
    inputNames: known?.inputNames ?? null,
    categories: known?.categories ?? null,
    counts: known?.counts ?? null,
  };
}

/** What `encoderState` gave, checked. */
export function readEncoder(
  name: string,
  state: EncoderState,
): { options: Record<string, unknown>; known: KnownCategories | undefined } {
  const where = `${name}.fromJSON`;
  const { format, version, options, inputNames, categories, counts } = (state ?? {}) as Partial<EncoderState>;
  if (format !== `kindling.${name}` || typeof options !== 'object' || options === null) {
    const which = typeof format === 'string' ? describe(format) : describe(state);
    throw new ArgumentError(`${where}: expects what toJSON gave, got ${which}`);
  }
  if (version !== 1) throw new ArgumentError(`${where}: version ${describe(version)} is not known, only 1`);
  if (categories === null) return { options: { ...options }, known: undefined };
  const isCategory = (value: unknown): boolean =>
    value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  const fits =
    Array.isArray(categories) &&
    Array.isArray(counts) &&
    categories.length > 0 &&
    counts.length === categories.length &&
    categories.every(
      (list, j) =>
        Array.isArray(list) &&
        list.every(isCategory) &&
        Array.isArray(counts[j]) &&
        counts[j].length === list.length &&
        counts[j].every((count: unknown) => Number.isSafeInteger(count)),
    ) &&
    (inputNames === null || (Array.isArray(inputNames) && inputNames.length === categories.length));
  if (!fits) throw new ArgumentError(`${where}: the categories are damaged`);
  const rows = (counts as number[][])[0]!.reduce((sum, count) => sum + count, 0);
  const known = { inputNames: inputNames ?? undefined, categories: categories!, counts: counts!, rows };
  return { options: { ...options }, known };
}

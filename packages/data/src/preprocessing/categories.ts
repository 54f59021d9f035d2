import { clean, describe } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import type { Column } from '../table/column.js';
import { encodeLabels, type Label, show } from './labels.js';
import { columnNamesOf, flatten, isTable, type Matrix } from './matrix.js';

/** A category, or `null` where it is missing. */
export type Category = Label | null;

/** A table of categories: an array of rows, where `null`, `undefined` and NaN are missing, or a `Table`, or numbers. */
export type CategoryRows = readonly (readonly (Label | null | undefined)[])[] | Matrix;

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

/** A column as numbers into a list of the different values; that of `null` is a missing one's. */
interface Coded {
  readonly values: readonly Category[];
  readonly codes: Int32Array;
}

/** The columns of a table, each with its different values. */
function columnsOf(
  where: string,
  x: CategoryRows,
  names?: readonly string[],
): { columns: Coded[]; names: readonly string[] | undefined; rows: number } {
  if (isTable(x)) {
    const extra = names === undefined ? undefined : x.columnNames.find((name) => !names.includes(name));
    if (extra !== undefined)
      throw new ShapeError(`${where}: column "${clean(extra)}" was not there when it was fitted`);
    const table = names === undefined ? x : x.select(names);
    check(where, table.rows, table.columns.length);
    return {
      columns: table.columns.map((column) => ofColumn(where, column)),
      names: table.columnNames,
      rows: table.rows,
    };
  }
  if (!Array.isArray(x)) return ofMatrix(where, x as Matrix);
  const width = rowLength(x[0]);
  for (const [i, row] of x.entries()) {
    if (rowLength(row) === 0)
      throw new ArgumentError(`${where}: row ${i} must be an array of categories, got ${describe(row)}`);
    if (rowLength(row) !== width)
      throw new ShapeError(`${where}: row ${i} has ${rowLength(row)} columns, the first one ${width}`);
  }
  check(where, x.length, width);
  const rows = x as readonly ArrayLike<Label | null | undefined>[];
  const columns = Array.from({ length: width }, (_, j) => intern(rows.length, (i) => rows[i]![j]));
  return { columns, names: undefined, rows: rows.length };
}

function rowLength(row: unknown): number {
  return Array.isArray(row) || ArrayBuffer.isView(row) ? (row as ArrayLike<unknown> & object).length : 0;
}

function ofMatrix(where: string, x: Matrix): { columns: Coded[]; names: readonly string[] | undefined; rows: number } {
  if (typeof x !== 'object' || x === null)
    throw new ArgumentError(`${where}: expects an array of rows or a Table, got ${describe(x)}`);
  const { data, rows, columns } = flatten(where, x, 'missing');
  const coded = Array.from({ length: columns }, (_, j) => intern(rows, (i) => data[i * columns + j]));
  return { columns: coded, names: columnNamesOf(x), rows };
}

function ofColumn(where: string, column: Column): Coded {
  if (column.type === 'date')
    throw new ArgumentError(`${where}: column "${clean(column.name)}" holds dates, not categories`);
  if ('values' in column) return intern(column.length, (i) => column.values[i]);
  const { categories, type } = column;
  const values: Category[] = type === 'boolean' ? [false, true] : [...categories];
  const absent = values.push(null) - 1;
  return { values, codes: column.codes.map((code) => (code < 0 ? absent : code)) };
}

function intern(rows: number, valueAt: (row: number) => Label | null | undefined): Coded {
  const values: Category[] = [];
  const codeOf = new Map<Category, number>();
  const codes = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    const given = valueAt(i);
    const value = given === undefined || Number.isNaN(given) ? null : given;
    let code = codeOf.get(value);
    if (code === undefined) {
      code = values.push(value) - 1;
      codeOf.set(value, code);
    }
    codes[i] = code;
  }
  return { values, codes };
}

function check(where: string, rows: number, columns: number): void {
  if (rows < 1 || columns < 1) throw new ShapeError(`${where}: the table is empty, [${rows}, ${columns}]`);
}

/** The categories of each column, and how many rows have each. */
export function learnCategories(where: string, x: CategoryRows): KnownCategories {
  const { columns, names, rows } = columnsOf(where, x);
  const counts: number[][] = [];
  const categories = columns.map(({ values, codes }, j) => {
    const seen = new Int32Array(values.length);
    for (const code of codes) seen[code]!++;
    const present = values.filter((value, code) => value !== null && seen[code]! > 0);
    const { classes } = encodeLabels(`${where}, column ${names?.[j] ?? j}`, present as Label[]);
    const list: Category[] = values.some((value, code) => value === null && seen[code]! > 0)
      ? [...classes, null]
      : classes;
    const countOf = new Map(values.map((value, code) => [value, seen[code]!]));
    counts.push(list.map((value) => countOf.get(value)!));
    return list;
  });
  return { inputNames: names, categories, counts, rows };
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
  return columns.map(({ values, codes }, j) => {
    const placeOf = new Map(known.categories[j]!.map((category, place) => [category, place]));
    const places = Int32Array.from(values, (value) => placeOf.get(value) ?? -1);
    if (unknown === 'error') {
      const row = codes.findIndex((code) => places[code]! < 0);
      if (row >= 0) {
        const list = known.categories[j]!.slice(0, 10).map(show).join(', ');
        const value = show(values[codes[row]!]);
        throw new ArgumentError(
          `${where}: ${value} in row ${row}, column ${clean(known.inputNames?.[j] ?? String(j))} is not one of the categories it knows: ${list}`,
        );
      }
    }
    return codes.map((code) => places[code]!);
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

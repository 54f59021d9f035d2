import { checkOptions, clean, describe, describe as inWords, nearest, wrong } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import type { Label } from '../preprocessing/labels.js';
import type { FlatMatrix } from '../preprocessing/matrix.js';
import { aRandomState, type RandomStateLike, randomSource } from '../splits/random-source.js';
import {
  type Cell,
  type Column,
  cellOf,
  compareText,
  countMissing,
  isMissing,
  numericColumn,
  takeRows,
} from './column.js';
import { columnsFrom, type Rows } from './from-rows.js';
import { labelsOf } from './labels-of.js';
import { printTable } from './print.js';
import { type ColumnSummary, summarize, TableSummary } from './summary.js';

/** Something about a table that a person should know. */
export interface TableWarning {
  /** What it is, in a sentence that names line and column. */
  readonly message: string;
  /** The column that it is about; `null` where it is about none or several. */
  readonly column: string | null;
  /** The line of the file, from 1; `null` where it is about none or several. */
  readonly line: number | null;
}

/** How a file was read. */
export interface TableSource {
  /** The file's name. */
  readonly name?: string;
  readonly delimiter?: string;
  /** Whether the first row named the columns. */
  readonly header?: boolean;
  readonly encoding?: string;
  readonly decimal?: '.' | ',';
  /** Each row's line in the file, from 1. */
  readonly lines?: Int32Array;
}

/**
 * Typed columns of equal length, with names: numbers, categories, truth values, dates and texts, where values may be
 * missing. `readCsv` gives one, `Table.from` makes one of rows. A table never changes; its methods give new ones.
 *
 * @throws `ArgumentError` and `ShapeError` where columns differ in length or share a name, or a column is asked for that
 * is not there.
 * @example
 * ```ts
 * import { Table } from '@kindling/data';
 *
 * const table = Table.from([{ age: 31, town: 'Ulm' }, { age: null, town: 'Bonn' }, { age: 52, town: 'Ulm' }]);
 * console.log(String(table));
 * // =>     age  town
 * // => 0  31.0   Ulm
 * // => 1   NaN  Bonn
 * // => 2  52.0   Ulm
 * console.log(table.sortBy('age').get(1, 'town'), table.column('town').type); // => Ulm categorical
 * ```
 */
export class Table {
  /** The number of rows. */
  readonly rows: number;
  /** The columns in order. */
  readonly columns: readonly Column[];
  /** What a person should know about the file that it came from. */
  readonly warnings: readonly TableWarning[];
  /** How the file was read that it came from. */
  readonly source: TableSource;
  private readonly byName: Map<string, Column>;

  constructor(columns: readonly Column[], options: { warnings?: readonly TableWarning[]; source?: TableSource } = {}) {
    checkOptions(ArgumentError, 'Table', options, { warnings: 1, source: 1 });
    const { warnings = [], source = {} } = options;
    if (!Array.isArray(columns)) throw new ArgumentError(`Table: expects a list of columns, got ${inWords(columns)}`);
    this.columns = columns;
    this.rows = columns[0]?.length ?? 0;
    this.warnings = warnings;
    this.source = source;
    this.byName = new Map(columns.map((column) => [column.name, column]));
    const odd = columns.find(({ length }) => length !== this.rows);
    if (odd !== undefined) {
      throw new ShapeError(`Table: column "${clean(odd.name)}" has ${odd.length} rows, the first one ${this.rows}`);
    }
    if (this.byName.size < columns.length) {
      const seen = new Set<string>();
      const twice = columns.find(({ name }) => seen.size === seen.add(name).size)!;
      throw new ArgumentError(`Table: two columns are called "${clean(twice.name)}"`);
    }
  }

  /** A table of objects with a key for each column, or of one object with an array for each. */
  static from(rows: Rows): Table {
    return new Table(columnsFrom(rows));
  }

  /** The columns' names in order. */
  get columnNames(): string[] {
    return this.columns.map(({ name }) => name);
  }

  /** The numbers of rows and columns. */
  get shape(): [rows: number, columns: number] {
    return [this.rows, this.columns.length];
  }

  /** Whether there is a column of this name. */
  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** The column of this name. */
  column(name: string): Column {
    const column = this.byName.get(name);
    if (column === undefined) throw new ArgumentError(`Table: ${noColumn(name, this.columnNames)}`);
    return column;
  }

  /** The value in a row (from 0) and column; `null` where it is missing. */
  get(row: number, column: string): Cell {
    this.checkRow(row);
    return cellOf(this.column(column), row);
  }

  /** A row (from 0) as an object. */
  row(row: number): Record<string, Cell> {
    this.checkRow(row);
    return Object.fromEntries(this.columns.map((column) => [column.name, cellOf(column, row)]));
  }

  /** All rows as objects. */
  toRows(): Record<string, Cell>[] {
    return Array.from({ length: this.rows }, (_, row) => this.row(row));
  }

  /** The columns of these names, in this order. */
  select(...names: readonly (string | readonly string[])[]): Table {
    return this.withColumns(names.flat().map((name) => this.column(name)));
  }

  /** All columns but these. */
  drop(...names: readonly (string | readonly string[])[]): Table {
    const dropped = new Set(names.flat().map((name) => this.column(name)));
    return this.withColumns(this.columns.filter((column) => !dropped.has(column)));
  }

  /** The first rows. */
  head(count = 5): Table {
    return this.take(range(0, Math.min(this.rows, checkCount('head', count))));
  }

  /** The last rows. */
  tail(count = 5): Table {
    return this.take(range(Math.max(0, this.rows - checkCount('tail', count)), this.rows));
  }

  /** These rows (from 0), in this order. */
  take(rows: ArrayLike<number>): Table {
    if (!isList(rows)) wrong(ArgumentError, 'Table.take', 'the rows', 'an array of row numbers', rows);
    for (let i = 0; i < rows.length; i++) this.checkRow(rows[i]!);
    const { lines } = this.source;
    const source =
      lines === undefined ? this.source : { ...this.source, lines: Int32Array.from(rows, (row) => lines[row]!) };
    const { warnings } = this;
    if (this.columns.length === 0) return new Table([], { warnings, source });
    return new Table(
      this.columns.map((column) => takeRows(column, rows)),
      { warnings, source },
    );
  }

  /** The rows for which a function says true; it gets each as an object, and its number. */
  filter(keep: (row: Record<string, Cell>, index: number) => boolean): Table {
    if (typeof keep !== 'function') throw new ArgumentError(`Table.filter: expects a function, got ${inWords(keep)}`);
    return this.take(range(0, this.rows).filter((row) => keep(this.row(row), row)));
  }

  /** The rows in the order of a column's values, equal ones as they were, missing ones last. */
  sortBy(name: string, options: { readonly descending?: boolean } = {}): Table {
    checkOptions(ArgumentError, 'Table.sortBy', options, { descending: 'boolean' });
    const column = this.column(name);
    const sign = options.descending ? -1 : 1;
    const compare =
      'values' in column
        ? (a: number, b: number): number => column.values[a]! - column.values[b]!
        : (a: number, b: number): number =>
            compareText(column.categories[column.codes[a]!]!, column.categories[column.codes[b]!]!);
    const missing = (row: number): boolean => isMissing(column, row);
    const present = range(0, this.rows).filter((row) => !missing(row));
    // Sorting typed arrays is stable.
    present.sort((a, b) => sign * compare(a, b) || a - b);
    return this.take([...present, ...range(0, this.rows).filter(missing)]);
  }

  /** Some rows drawn at random without repetition, or a share of them between 0 and 1. */
  sample(count: number, options: { readonly randomState?: RandomStateLike } = {}): Table {
    checkOptions(ArgumentError, 'Table.sample', options, { randomState: aRandomState });
    const rows = count > 0 && count < 1 ? Math.round(count * this.rows) : checkCount('sample', count);
    if (rows > this.rows) throw new ArgumentError(`Table.sample: ${rows} rows of ${this.rows}`);
    return this.take(randomSource(options.randomState).permutation(this.rows).subarray(0, rows));
  }

  /** The rows that have a value in these columns; in all columns where none is named. */
  dropMissing(...names: readonly (string | readonly string[])[]): Table {
    const columns = names.length === 0 ? this.columns : names.flat().map((name) => this.column(name));
    return this.take(range(0, this.rows).filter((row) => columns.every((column) => !isMissing(column, row))));
  }

  /** The table with a column added at the end, or in the place of the one of its name. */
  with(column: Column): Table {
    if (typeof column?.name !== 'string' || !('type' in column))
      wrong(ArgumentError, 'Table.with', 'the column', 'one with a name, a type and values', column);
    const at = this.columns.findIndex(({ name }) => name === column.name);
    return this.withColumns(at < 0 ? [...this.columns, column] : this.columns.with(at, column));
  }

  /**
   * A label for each row from a column: numbers, truth values or texts. Throws where one is missing, naming its line, and
   * where the column holds dates, or texts that a wrong delimiter left whole.
   */
  labels(name: string): Label[] {
    return labelsOf(this.column(name), this.source);
  }

  /** All columns as one matrix, row after row; throws where one is neither numeric nor boolean nor a date. */
  toMatrix(): FlatMatrix {
    const { rows, columns } = this;
    const data = new Float64Array(rows * columns.length);
    for (const [j, column] of columns.entries()) {
      if (column.type === 'categorical' || column.type === 'text') {
        const [first] = column.categories;
        throw new ArgumentError(
          `Table: column "${clean(column.name)}" is ${column.type}${first === undefined ? '' : ` ("${clean(first)}")`}, not numeric; encode it or leave it out`,
        );
      }
      const values = 'values' in column ? column.values : column.codes;
      for (let i = 0, at = j; i < rows; i++, at += columns.length) data[at] = values[i]!;
      if ('codes' in column)
        for (let i = 0; i < rows; i++) if (column.codes[i]! < 0) data[i * columns.length + j] = Number.NaN;
    }
    return { data, rows, columns: columns.length };
  }

  /** A table of the same names with the numbers of a matrix: how a transformer gives back what it was given. */
  fromMatrix(matrix: FlatMatrix, names: readonly string[] = this.columnNames): Table {
    if (!isList(matrix?.data))
      wrong(ArgumentError, 'Table.fromMatrix', 'the matrix', '{ data, rows, columns }', matrix);
    if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
      wrong(ArgumentError, 'Table.fromMatrix', 'the names', 'an array of texts', names);
    const { data, rows, columns } = matrix;
    const made = names.map((name, j) => {
      const values = new Float64Array(rows);
      for (let i = 0, at = j; i < rows; i++, at += columns) values[i] = data[at]!;
      return numericColumn(name, values);
    });
    return new Table(made, { warnings: this.warnings, source: this.source });
  }

  /** Type, missing values, range and examples of each column, and why it has its type. */
  describe(): TableSummary {
    return new TableSummary(
      this.columns.map((column): ColumnSummary => summarize(column)),
      this.rows,
    );
  }

  /** How many values are missing, by column. */
  missing(): Record<string, number> {
    return Object.fromEntries(this.columns.map((column) => [column.name, countMissing(column)]));
  }

  /** The table as pandas prints one. */
  toString(): string {
    return printTable(this.columns, this.rows);
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  private withColumns(columns: readonly Column[]): Table {
    return new Table(columns, { warnings: this.warnings, source: this.source });
  }

  private checkRow(row: number): void {
    if (!(Number.isInteger(row) && row >= 0 && row < this.rows)) {
      throw new ArgumentError(
        `Table: there is no row ${typeof row === 'number' ? row : describe(row)}; there are ${this.rows}, from 0`,
      );
    }
  }
}

/** `no column "Age"; did you mean "age"?`, or the names that there are. */
export function noColumn(name: unknown, names: readonly string[]): string {
  if (typeof name !== 'string') return `expects the name of a column, got ${inWords(name)}`;
  const near = nearest(name, names.slice(0, 1000));
  if (near !== undefined) return `no column "${clean(name)}"; did you mean "${clean(near)}"?`;
  const shown = names.slice(0, 20).map(clean).join(', ');
  return `no column "${clean(name)}"; there are: ${shown}${names.length > 20 ? `, … (${names.length} in all)` : ''}`;
}

function range(from: number, to: number): Int32Array {
  return Int32Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function checkCount(where: string, count: number): number {
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new ArgumentError(`Table.${where}: expects a whole number of rows, 0 or more, got ${inWords(count)}`);
}

/** Whether something has elements by number; a text has letters. */
function isList(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'length' in value && typeof value.length === 'number';
}

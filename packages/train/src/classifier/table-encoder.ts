import { describe } from '@internal/arguments';
import type { CodedColumn, Column, Table } from '@kindling/data';
import { ArgumentError } from '@kindling/tensor-core';

/** Categories that fewer rows than this have are one, `other`, where there are many. */
const RARE = 5;
/** So many categories need no such care. */
const FEW = 12;
/** A scaled number further out than this is cut, so that one wild value cannot decide. */
const FAR = 8;

/** How one column of a table becomes columns of a matrix. */
export type ColumnEncoding =
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly mean: number;
      readonly scale: number;
      readonly fill: number;
      readonly indicator: boolean;
    }
  | {
      readonly kind: 'category';
      readonly name: string;
      readonly categories: readonly string[];
      readonly other: boolean;
    };

/** What became of a table's columns, as plain data. */
export interface TableEncoderState {
  readonly columns: readonly ColumnEncoding[];
  /** Columns that are left out, and why. */
  readonly dropped: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Makes a matrix of a table: numbers and dates are standardised, the missing ones filled with the median and marked;
 * categories and truth values get a column each. Fitted on training rows only.
 */
export class TableEncoder {
  readonly columns: readonly ColumnEncoding[];
  readonly dropped: readonly { readonly name: string; readonly reason: string }[];

  constructor({ columns, dropped }: TableEncoderState) {
    this.columns = columns;
    this.dropped = dropped;
  }

  /** Learns from all columns of a table. */
  static fit(table: Table): TableEncoder {
    const dropped: { name: string; reason: string }[] = [];
    const columns = table.columns.flatMap((column): ColumnEncoding[] => {
      const made = 'values' in column ? ofNumbers(column.name, column.values) : ofCodes(column, table.rows);
      if (typeof made !== 'string') return [made];
      dropped.push({ name: column.name, reason: made });
      return [];
    });
    if (columns.length === 0) {
      const why = dropped.map(({ name, reason }) => `${name}: ${reason}`).join('; ');
      throw new ArgumentError(`classifier: no column is left to learn from${why === '' ? '' : ` (${why})`}`);
    }
    return new TableEncoder({ columns, dropped });
  }

  /** How many columns the matrix has. */
  get width(): number {
    return this.columns.reduce((sum, column) => sum + widthOf(column), 0);
  }

  /** What the columns of the matrix are. */
  get names(): string[] {
    return this.columns.flatMap((column) =>
      column.kind === 'number'
        ? [column.name, ...(column.indicator ? [`${column.name} is missing`] : [])]
        : [...column.categories, ...(column.other ? ['other'] : [])].map((category) => `${column.name}=${category}`),
    );
  }

  /** The rows of a table, whose columns may be in any order and more than are needed. */
  transform(table: Table): Float32Array {
    const { width } = this;
    const matrix = new Float32Array(table.rows * width);
    let at = 0;
    for (const encoding of this.columns) {
      if (!table.has(encoding.name)) {
        throw new ArgumentError(
          `the table has no column ${JSON.stringify(encoding.name)}, which the classifier was trained with; it has: ${table.columnNames.join(', ')}`,
        );
      }
      const column = table.column(encoding.name);
      if (encoding.kind === 'number') writeNumbers(matrix, at, width, encoding, column);
      else writeCategories(matrix, at, width, encoding, column);
      at += widthOf(encoding);
    }
    return matrix;
  }

  /** What it learnt, as plain data. */
  toJSON(): TableEncoderState {
    return { columns: this.columns, dropped: this.dropped };
  }
}

function widthOf(column: ColumnEncoding): number {
  return column.kind === 'number' ? 1 + Number(column.indicator) : column.categories.length + Number(column.other);
}

/** How numbers are scaled, or why they are left out. */
function ofNumbers(name: string, values: Float64Array): ColumnEncoding | string {
  const present = values.filter((value) => !Number.isNaN(value)).sort();
  if (present.length === 0) return 'every value is missing';
  const indicator = present.length < values.length;
  if (present[0] === present.at(-1) && !indicator) return `every value is ${present[0]}`;
  const fill = (present[(present.length - 1) >> 1]! + present[present.length >> 1]!) / 2;
  // With the missing ones filled in, as they will be.
  let mean = 0;
  for (const value of values) mean += (Number.isNaN(value) ? fill : value) / values.length;
  let variance = 0;
  for (const value of values) variance += ((Number.isNaN(value) ? fill : value) - mean) ** 2 / values.length;
  const scale = Math.sqrt(variance);
  return {
    kind: 'number',
    name,
    mean,
    scale: scale > 1e-12 * Math.abs(mean) && scale > 0 ? scale : 1,
    fill,
    indicator,
  };
}

/** Which categories get a column, or why none does. */
function ofCodes(column: CodedColumn, rows: number): ColumnEncoding | string {
  const { name, type, codes, categories } = column;
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const present = [...counts.keys()].filter((code) => code >= 0).sort((a, b) => a - b);
  if (present.length === 0) return 'every value is missing';
  if (counts.size === 1) return `every value is ${JSON.stringify(categories[present[0]!])}`;
  if (type === 'text') return 'it is free text';
  if (present.length > FEW && present.length > 0.5 * rows)
    return `nearly every row has a value of its own (${present.length})`;
  const rare = (code: number): boolean => present.length > FEW && counts.get(code)! < RARE;
  const kept = present.filter((code) => !rare(code));
  return {
    kind: 'category',
    name,
    categories: kept.map((code) => categories[code]!),
    other: kept.length < present.length,
  };
}

function writeNumbers(
  matrix: Float32Array,
  at: number,
  width: number,
  { name, mean, scale, fill, indicator }: ColumnEncoding & { kind: 'number' },
  column: Column,
): void {
  const values = 'values' in column ? column.values : asNumbers(name, column);
  for (let row = 0, i = at; row < values.length; row++, i += width) {
    const missing = Number.isNaN(values[row]);
    matrix[i] = Math.min(Math.max(((missing ? fill : values[row]!) - mean) / scale, -FAR), FAR);
    if (indicator && missing) matrix[i + 1] = 1;
  }
}

/** Texts as numbers, as a column of few values may have been taken for categories. */
function asNumbers(name: string, { codes, categories }: CodedColumn): Float64Array {
  const numbers = categories.map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
  return Float64Array.from(codes, (code, row) => {
    if (code < 0) return Number.NaN;
    if (Number.isNaN(numbers[code])) {
      throw new ArgumentError(
        `column ${JSON.stringify(name)} holds numbers in training; row ${row} has ${describe(categories[code])}`,
      );
    }
    return numbers[code]!;
  });
}

/** A category that was not there in training is one of the rare ones, or none. */
function writeCategories(
  matrix: Float32Array,
  at: number,
  width: number,
  { categories, other }: ColumnEncoding & { kind: 'category' },
  column: Column,
): void {
  const place = new Map(categories.map((category, i) => [category, i]));
  const placeOf = (text: string): number => place.get(text) ?? (other ? categories.length : -1);
  const places = 'codes' in column ? column.categories.map(placeOf) : null;
  for (let row = 0, i = at; row < column.length; row++, i += width) {
    let to: number;
    if ('codes' in column) to = column.codes[row]! < 0 ? -1 : places![column.codes[row]!]!;
    else to = Number.isNaN(column.values[row]) ? -1 : placeOf(String(column.values[row]));
    if (to >= 0) matrix[i + to] = 1;
  }
}

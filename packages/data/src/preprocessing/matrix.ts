import { describe } from '@internal/arguments';
import { ArgumentError, ShapeError, type Tensor, tensor } from '@kindling/tensor-core';
import type { Table } from '../table/table.js';

/** A table as one array of rows after rows. */
export interface FlatMatrix {
  readonly data: Float32Array | Float64Array;
  readonly rows: number;
  readonly columns: number;
  /** What the columns are, where that is known. */
  readonly featureNames?: readonly string[] | undefined;
}

/** A table of numbers: an array of rows, a flat one, a `Table` of numeric columns, or a tensor [rows, columns]. */
export type Matrix = readonly ArrayLike<number>[] | FlatMatrix | Table | Tensor;

/** What scaling a table returns: a table of the same kind. */
export type Scaled<M extends Matrix> = M extends Tensor
  ? Tensor
  : M extends Table
    ? Table
    : M extends FlatMatrix
      ? { data: M['data']; rows: number; columns: number; featureNames?: readonly string[] | undefined }
      : M extends readonly Float32Array[]
        ? Float32Array[]
        : M extends readonly Float64Array[]
          ? Float64Array[]
          : number[][];

/** Whether NaN stands for a missing value, or is an error; or whoever reads the values looks at them anyway. */
type Missing = 'missing' | 'error' | 'unchecked';

/**
 * A flat copy of a table, float32 if it was, or, with `copy` false, its own numbers, to be read alone; throws where rows differ
 * in length, or a value is not finite.
 */
export function flatten(where: string, x: Matrix, nan: Missing = 'error', copy = true): FlatMatrix {
  const flat = isRows(x) ? flattenRows(where, x) : flattenOther(where, x, copy);
  const { data, rows, columns } = flat;
  if (data.length !== rows * columns) {
    throw new ShapeError(`${where}: ${data.length} values are not ${rows} rows of ${columns}`);
  }
  if (rows < 1 || columns < 1) throw new ShapeError(`${where}: the table is empty, [${rows}, ${columns}]`);
  if (nan !== 'unchecked') checkValues(where, flat, nan);
  return flat;
}

/** Throws where a value is infinite, or NaN where that is an error. */
export function checkValues(where: string, { data, columns }: FlatMatrix, nan: 'missing' | 'error'): void {
  const bad = firstBad(data, nan === 'error');
  if (bad >= 0) {
    throw new ArgumentError(`${where}: ${data[bad]} at row ${Math.floor(bad / columns)}, column ${bad % columns}`);
  }
}

/** The place of the first value that is infinite, or NaN where that counts. */
function firstBad(data: Float32Array | Float64Array, nan: boolean): number {
  let i = 0;
  for (;;) {
    // Eight at a time: what is infinite or NaN, less itself, makes the sum NaN.
    while (i + 8 <= data.length) {
      const a = data[i]!;
      const b = data[i + 1]!;
      const c = data[i + 2]!;
      const d = data[i + 3]!;
      const e = data[i + 4]!;
      const f = data[i + 5]!;
      const g = data[i + 6]!;
      const h = data[i + 7]!;
      if (a - a + (b - b) + (c - c + (d - d)) + (e - e + (f - f) + (g - g + (h - h))) !== 0) break;
      i += 8;
    }
    for (const end = Math.min(i + 8, data.length); i < end; i++) {
      const value = data[i]!;
      if (Number.isNaN(value - value) && (nan || !Number.isNaN(value))) return i;
    }
    if (i === data.length) return -1;
  }
}

/** The names of a table's columns, where it has them. */
export function columnNamesOf(x: unknown): readonly string[] | undefined {
  if (isTable(x)) return x.columnNames;
  const { featureNames } = (x ?? {}) as Partial<FlatMatrix>;
  return Array.isArray(featureNames) ? featureNames : undefined;
}

function isRows(x: Matrix): x is readonly ArrayLike<number>[] {
  return Array.isArray(x);
}

export function isTable(x: unknown): x is Table {
  return typeof x === 'object' && x !== null && 'toMatrix' in x;
}

export function isTensor(x: unknown): x is Tensor {
  return typeof x === 'object' && x !== null && 'shape' in x && 'dataSync' in x;
}

function flattenOther(where: string, x: Exclude<Matrix, readonly ArrayLike<number>[]>, copy: boolean): FlatMatrix {
  if (isTable(x)) return x.toMatrix();
  if (isTensor(x)) {
    const [rows, columns] = x.shape;
    if (x.shape.length !== 2) {
      throw new ShapeError(`${where}: expects a tensor [rows, columns], got [${x.shape.join(', ')}]`);
    }
    const values = x.dataSync();
    if (!copy && (values instanceof Float32Array || values instanceof Float64Array))
      return { data: values, rows: rows!, columns: columns! };
    const data = values instanceof Float32Array ? values.slice() : Float64Array.from(values);
    return { data, rows: rows!, columns: columns! };
  }
  const { data, rows, columns } = (x ?? {}) as Partial<FlatMatrix>;
  if (!(data instanceof Float32Array || data instanceof Float64Array)) {
    throw new ArgumentError(
      `${where}: expects an array of rows, a Table, a tensor, or { data, rows, columns } with data as floats, got ${describe(x)}`,
    );
  }
  return { data: copy ? data.slice() : data, rows: rows!, columns: columns! };
}

function flattenRows(where: string, rows: readonly ArrayLike<number>[]): FlatMatrix {
  for (const [i, row] of rows.entries()) {
    if (typeof row !== 'object' || row === null || typeof row.length !== 'number') {
      throw new ArgumentError(`${where}: row ${i} must be an array of numbers, got ${describe(row)}`);
    }
  }
  const columns = rows[0]?.length ?? 0;
  const single = rows.length > 0 && rows.every((row) => row instanceof Float32Array);
  const data = new (single ? Float32Array : Float64Array)(rows.length * columns);
  for (const [i, row] of rows.entries()) {
    if (row.length !== columns)
      throw new ShapeError(`${where}: row ${i} has ${row.length} columns, the first one ${columns}`);
    for (let j = 0; j < columns; j++) {
      const value: unknown = row[j];
      if (typeof value !== 'number') {
        // Typed arrays would read null and '' as 0.
        const hint = value === null || value === undefined || value === '' ? '; a missing value is NaN' : '';
        throw new ArgumentError(`${where}: ${describe(value)} at row ${i}, column ${j} is no number${hint}`);
      }
      data[i * columns + j] = value;
    }
  }
  return { data, rows: rows.length, columns };
}

/** The table in the form that `like` has; the columns of a `Table` get these names, or keep theirs. */
export function inFormOf<M extends Matrix>(like: M, flat: FlatMatrix, names?: readonly string[]): Scaled<M> {
  return form(like, flat, names) as Scaled<M>;
}

function form(like: Matrix, { data, rows, columns }: FlatMatrix, names?: readonly string[]): Matrix {
  if (isRows(like)) {
    const typed = like.every((row) => row instanceof Float32Array) || like.every((row) => row instanceof Float64Array);
    return Array.from({ length: rows }, (_, i) => {
      const row = data.subarray(i * columns, (i + 1) * columns);
      return typed ? row.slice() : Array.from(row);
    });
  }
  if (isTable(like)) return like.fromMatrix({ data, rows, columns }, names);
  if (isTensor(like)) {
    const dtype = like.dtype === 'float64' ? 'float64' : 'float32';
    return tensor(data, { dtype, backend: like.backend }).reshape([rows, columns]);
  }
  return columnNamesOf(like) === undefined
    ? { data, rows, columns }
    : { data, rows, columns, featureNames: names ?? columnNamesOf(like) };
}

/** Replaces each value by a function of it and its column. */
export function mapColumns({ data, columns }: FlatMatrix, change: (value: number, column: number) => number): void {
  for (let i = 0; i < data.length; ) for (let j = 0; j < columns; j++, i++) data[i] = change(data[i]!, j);
}

// A loop each, as a function of the operation would be called once a value.

/** Each value less a number of its column, divided by another: what is `null` is left out. */
export function shiftAndDivide(x: FlatMatrix, shift: Float64Array | null, scale: Float64Array | null): FlatMatrix {
  const { data, rows, columns } = x;
  const out = emptyLike(x);
  const [less, by] = [shift ?? new Float64Array(columns), scale ?? new Float64Array(columns).fill(1)];
  if (data instanceof Float32Array) {
    // Each step is rounded, as NumPy has it.
    for (let i = 0; i < data.length; )
      for (let j = 0; j < columns; j++, i++) out[i] = Math.fround(data[i]! - less[j]!) / by[j]!;
  } else {
    // Four at a time take three quarters of the time of one.
    const fours = columns - (columns % 4);
    for (let i = 0; i < data.length; ) {
      let j = 0;
      for (; j < fours; j += 4, i += 4) {
        out[i] = (data[i]! - less[j]!) / by[j]!;
        out[i + 1] = (data[i + 1]! - less[j + 1]!) / by[j + 1]!;
        out[i + 2] = (data[i + 2]! - less[j + 2]!) / by[j + 2]!;
        out[i + 3] = (data[i + 3]! - less[j + 3]!) / by[j + 3]!;
      }
      for (; j < columns; j++, i++) out[i] = (data[i]! - less[j]!) / by[j]!;
    }
  }
  return { data: out, rows, columns };
}

/** Each value times a number of its column, plus another. */
export function scaleAndShift(x: FlatMatrix, scale: Float64Array, shift: Float64Array): FlatMatrix {
  const { data, rows, columns } = x;
  const out = emptyLike(x);
  let i = 0;
  if (data instanceof Float32Array) {
    for (; i < data.length; )
      for (let j = 0; j < columns; j++, i++) out[i] = Math.fround(data[i]! * scale[j]!) + shift[j]!;
    return { data: out, rows, columns };
  }
  const block = 8 * columns;
  for (; i + block <= data.length; i += block) scaleEightRows(data, out, i, columns, scale, shift);
  for (; i < data.length; ) for (let j = 0; j < columns; j++, i++) out[i] = data[i]! * scale[j]! + shift[j]!;
  return { data: out, rows, columns };
}

/**
 * Eight rows from a place on, a column at a time and written out, which takes under half of the time of one row after another,
 * as that reads the column's numbers each time. A function, as V8 makes the best of what is called often, not of what is long.
 */
function scaleEightRows(
  data: Float64Array,
  out: Float32Array | Float64Array,
  from: number,
  columns: number,
  scale: Float64Array,
  shift: Float64Array,
): void {
  for (let j = 0; j < columns; j++) {
    const by = scale[j]!;
    const plus = shift[j]!;
    let i = from + j;
    out[i] = data[i]! * by + plus;
    i += columns;
    out[i] = data[i]! * by + plus;
    i += columns;
    out[i] = data[i]! * by + plus;
    i += columns;
    out[i] = data[i]! * by + plus;
    i += columns;
    out[i] = data[i]! * by + plus;
    i += columns;
    out[i] = data[i]! * by + plus;
    i += columns;
    out[i] = data[i]! * by + plus;
    i += columns;
    out[i] = data[i]! * by + plus;
  }
}

function emptyLike({ data }: FlatMatrix): Float32Array | Float64Array {
  return data instanceof Float32Array ? new Float32Array(data.length) : new Float64Array(data.length);
}

/** Adds a number to each column, or takes it off with `sign` -1. */
export function addToColumns({ data, columns }: FlatMatrix, numbers: Float64Array, sign: 1 | -1): void {
  const added = sign === 1 ? numbers : numbers.map((value) => -value);
  for (let i = 0; i < data.length; ) for (let j = 0; j < columns; j++) data[i++]! += added[j]!;
}

/** Multiplies each column by a number. */
export function multiplyColumns({ data, columns }: FlatMatrix, numbers: Float64Array): void {
  for (let i = 0; i < data.length; ) for (let j = 0; j < columns; j++) data[i++]! *= numbers[j]!;
}

/** Divides each column by a number. */
export function divideColumns({ data, columns }: FlatMatrix, numbers: Float64Array): void {
  for (let i = 0; i < data.length; ) for (let j = 0; j < columns; j++) data[i++]! /= numbers[j]!;
}

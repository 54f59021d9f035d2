import { ArgumentError, ShapeError } from '@kindling/tensor-core';

/** A table as one array of rows after rows. */
export interface FlatMatrix {
  readonly data: Float32Array | Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/** A table of numbers: an array of rows, or a flat one. */
export type Matrix = readonly (readonly number[])[] | FlatMatrix;

/** What scaling a table returns: a table of the same kind. */
export type Scaled<M extends Matrix> = M extends FlatMatrix
  ? { data: M['data']; rows: number; columns: number }
  : number[][];

/** A flat copy of a table, float32 if it was; throws where rows differ in length, or a value is not finite. */
export function flatten(where: string, x: Matrix): FlatMatrix {
  const flat = 'data' in x ? { data: x.data.slice(), rows: x.rows, columns: x.columns } : flattenRows(where, x);
  const { data, rows, columns } = flat;
  if (data.length !== rows * columns) {
    throw new ShapeError(`${where}: ${data.length} values are not ${rows} rows of ${columns}`);
  }
  if (rows < 1 || columns < 1) throw new ShapeError(`${where}: the table is empty, [${rows}, ${columns}]`);
  const bad = data.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new ArgumentError(`${where}: ${data[bad]} at row ${Math.floor(bad / columns)}, column ${bad % columns}`);
  }
  return flat;
}

function flattenRows(where: string, rows: readonly (readonly number[])[]): FlatMatrix {
  const columns = rows[0]?.length ?? 0;
  const data = new Float64Array(rows.length * columns);
  for (const [i, row] of rows.entries()) {
    if (row.length !== columns)
      throw new ShapeError(`${where}: row ${i} has ${row.length} columns, the first one ${columns}`);
    data.set(row, i * columns);
  }
  return { data, rows: rows.length, columns };
}

/** The table in the form that `like` has. */
export function inFormOf<M extends Matrix>(like: M, { data, rows, columns }: FlatMatrix): Scaled<M> {
  const out: Matrix =
    'data' in like
      ? { data, rows, columns }
      : Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
  return out as Scaled<M>;
}

/** Replaces each value by a function of it and its column. */
export function mapColumns(x: FlatMatrix, change: (value: number, column: number) => number): void {
  for (let i = 0; i < x.data.length; i++) x.data[i] = change(x.data[i]!, i % x.columns);
}

/** Throws unless the scaler is fitted, to tables of as many columns. */
export function checkColumns(where: string, fitted: { readonly length: number } | undefined, x: FlatMatrix): void {
  if (fitted === undefined) throw new ArgumentError(`${where}: fit it to a table first`);
  if (fitted.length !== x.columns) {
    throw new ShapeError(`${where}: got ${x.columns} columns, it was fitted to ${fitted.length}`);
  }
}

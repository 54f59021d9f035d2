export type { Cell, CodedColumn, Column, ColumnType, NumericColumn } from './column.js';
export { concatTables } from './concat.js';
export type { Rows } from './from-rows.js';
export type { ColumnSummary, TableSummary } from './summary.js';
export { Table, type TableSource, type TableWarning } from './table.js';
export type { TableStream } from './table-stream.js';
export { type ToCsvOptions, toCsv } from './to-csv.js';

export type { Cell, CodedColumn, Column, ColumnType, NumericColumn } from './column.js';
export type { Rows } from './from-rows.js';
export type { ColumnSummary, TableSummary } from './summary.js';
export { Table, type TableSource, type TableWarning } from './table.js';
export { type ToCsvOptions, toCsv } from './to-csv.js';

import type { Column, Table } from '@kindling/data';

/** How many rows repeat an earlier one in all columns. */
export function duplicateRows(table: Table): number {
  return table.rows - new Set(keysOf(table)).size;
}

/** How many rows of the second table stand in the first. */
export function sharedRows(first: Table, second: Table): number {
  const known = new Set(keysOf(first));
  return keysOf(second).filter((key) => known.has(key)).length;
}

/** A text for each row, the same for the same values. */
function keysOf(table: Table): string[] {
  const columns = table.columns.map(cells);
  return Array.from({ length: table.rows }, (_, row) => JSON.stringify(columns.map((cell) => cell(row))));
}

function cells(column: Column): (row: number) => string | number | null {
  if ('codes' in column) return (row) => column.categories[column.codes[row]!] ?? null;
  return (row) => (Number.isNaN(column.values[row]) ? null : column.values[row]!);
}

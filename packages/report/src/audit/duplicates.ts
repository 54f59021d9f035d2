import type { Column, Table } from '@kindling/data';

/** So many times more than chance gives must it be to be told. */
const MORE = 3;

/** How many rows repeat an earlier one in all columns; 0 where coarse columns give about as many by chance. */
export function duplicateRows(table: Table): number {
  const count = table.rows - new Set(keysOf(table)).size;
  return count > (MORE * alike(table) * table.rows * (table.rows - 1)) / 2 ? count : 0;
}

/** How many rows of the second table stand in the first; 0 where coarse columns give about as many by chance. */
export function sharedRows(first: Table, second: Table): number {
  const known = new Set(keysOf(first));
  const count = keysOf(second).filter((key) => known.has(key)).length;
  return count > MORE * alike(first) * first.rows * second.rows ? count : 0;
}

/** How likely two rows are the same where columns have nothing to do with each other. */
function alike(table: Table): number {
  return table.columns.reduce((product, column) => {
    const counts = new Map<number, number>();
    for (const value of 'codes' in column ? column.codes : column.values)
      counts.set(value, (counts.get(value) ?? 0) + 1);
    return product * [...counts.values()].reduce((sum, count) => sum + (count / table.rows) ** 2, 0);
  }, 1);
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

import type { Column } from '@kindling/data';

/** Whether a column numbers or names the rows: whole numbers in steps of one, or texts, of which none comes twice. */
export function isIdentifier(column: Column): boolean {
  const { length } = column;
  if (length < 10) return false;
  if ('codes' in column) return new Set(column.codes).size === length && !column.codes.includes(-1);
  if (column.type === 'date' || !column.values.every(Number.isInteger)) return false;
  const sorted = column.values.slice().sort();
  if (sorted.some((value, i) => i > 0 && value === sorted[i - 1])) return false;
  // Counts that happen to differ lie apart; numbers given out one after the other do not.
  return sorted[length - 1]! - sorted[0]! < 2 * length;
}

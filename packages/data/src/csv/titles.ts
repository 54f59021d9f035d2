import { clean } from '@internal/arguments';
import type { Warn } from './plan.js';
import { commonWidth, type SampleRow, sniffHeader } from './sniff.js';

/**
 * Leaves out lines of one field above a table that has more, such as a title. A single name above two columns may be the header of a
 * file whose rows have names.
 */
export function withoutTitles(
  rows: SampleRow[],
  missing: ReadonlySet<string>,
  decimal: '.' | ',',
  warn: Warn,
): SampleRow[] {
  const table = rows.findIndex(({ fields }) => fields.length > 1);
  if (table < 1 || rows.length - table < 2) return rows;
  const body = rows.slice(table);
  const { width, share } = commonWidth(body);
  if (width < 2 || share < 0.8) return rows;
  if (width === 2 && table === 1 && !sniffHeader(body, missing, decimal)) return rows;
  for (const { fields, line } of rows.slice(0, table)) {
    const text = clean(fields[0]!.slice(0, 60));
    warn(`line ${line}, "${text}", has one field where the table has ${width}; left out as a title`, null, line);
  }
  return body;
}

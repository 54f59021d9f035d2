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
  if (rows.length - table < 2) return rows;
  if (table < 1) return withoutWideTitles(rows, missing, decimal, warn);
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

/** Leaves out titles behind which stand as many delimiters as the table has, as a spreadsheet writes them. */
function withoutWideTitles(
  rows: SampleRow[],
  missing: ReadonlySet<string>,
  decimal: '.' | ',',
  warn: Warn,
): SampleRow[] {
  const body = rows.slice(rows.findIndex(({ fields }) => fields.slice(1).some((field) => field !== '')));
  const titles = rows.slice(0, rows.length - body.length).filter(({ fields }) => fields[0] !== '');
  const { width } = commonWidth(body);
  const named = width > 2 && body[0]!.fields.length === width && !body[0]!.fields.includes('');
  if (titles.length === 0 || body.length < 2 || !named || !sniffHeader(body, missing, decimal)) return rows;
  for (const { fields, line } of titles) {
    const text = clean(fields[0]!.slice(0, 60));
    warn(`line ${line}, "${text}", has a value in its first field alone; left out as a title`, null, line);
  }
  return body;
}

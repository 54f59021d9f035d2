import Papa from 'papaparse';
import { CsvError } from './errors.js';

/** One row of a table as text. */
export interface Record {
  /** The line on which the row begins, from 1. */
  readonly line: number;
  /** Its fields, without quotes and the white space around them. */
  readonly fields: readonly string[];
}

/** Splits text into rows that all have as many fields as the first; blank lines are left out. */
export function readRecords(text: string, delimiter: string, file: string | undefined): Record[] {
  // One kind of line end: otherwise a file that mixes them would be split by the first kind only.
  const unified = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { data, errors } = Papa.parse<string[]>(unified, { delimiter, newline: '\n' });
  const malformed = errors.find((error) => error.type === 'Quotes');
  const records: Record[] = [];
  let line = 1;
  for (const [row, fields] of data.entries()) {
    if (malformed?.row === row) {
      const problem = malformed.code === 'MissingQuotes' ? 'is never closed' : 'has text after its closing quote';
      throw new CsvError(file, line, null, `a quoted field ${problem}`);
    }
    const trimmed = fields.map((field) => field.trim());
    if (trimmed.length > 1 || trimmed[0] !== '') {
      const expected = records[0]?.fields.length ?? trimmed.length;
      if (trimmed.length !== expected) {
        throw new CsvError(file, line, null, `${count(trimmed.length, 'field')}, expected ${expected}`);
      }
      records.push({ line, fields: trimmed });
    }
    line += 1 + fields.reduce((breaks, field) => breaks + field.split('\n').length - 1, 0);
  }
  return records;
}

/** `1 field`, `2 fields`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

import { quoted } from '@internal/arguments';
import { CsvError } from './errors.js';
import { endOfLine, type Layout, Scan } from './scan.js';
import { sniffDelimiter } from './sniff.js';

/** One row of a table as text. */
export interface Record {
  /** The line on which the row begins, from 1. */
  readonly line: number;
  /** Its fields, without quotes and the white space around them. */
  readonly fields: readonly string[];
}

/** Rows, and what stood between their fields. */
export interface Records {
  readonly records: readonly Record[];
  readonly delimiter: string;
}

/**
 * Splits text into rows that all have as many fields as the first; blank lines are left out. A delimiter that is not given is found
 * out; where another one is as likely, that is an error.
 */
export function readRecords(text: string, given: string | undefined, file: string | undefined): Records {
  // One kind of line end, inside quotes too: a label is then the same whichever system wrote the file.
  const unified = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const bytes = new TextEncoder().encode(unified.endsWith('\n') ? unified : `${unified}\n`);
  const unknown: Layout = {
    delimiter: 44,
    point: 46,
    comment: -1,
    looseComment: false,
    missing: new Set(),
    name: file,
  };
  const delimiter = given ?? sniffDelimiter(bytes, 0, 1, unknown);
  const scan = new Scan({ ...unknown, delimiter: delimiter.charCodeAt(0) }, new Uint8Array(0), 1, 0);
  const records: Record[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { line } = scan;
    const end = endOfLine(bytes, at);
    if (isBlank(bytes, at, end)) {
      scan.line++;
      at = end;
      continue;
    }
    const { fields, next } = scan.textsAt(bytes, at);
    at = next;
    if (fields.length === 1 && fields[0] === '') continue;
    const expected = records[0]?.fields.length ?? fields.length;
    if (fields.length !== expected)
      throw new CsvError(file, line, null, `${count(fields.length, 'field')}, expected ${expected}`);
    if (given === undefined && delimiter === ',') checkCut(fields, line, file);
    records.push({ line, fields });
  }
  return { records, delimiter };
}

/** What else may part fields behind the rest of a number, and before its beginning. */
const AFTER = /^\d(?:[^;|\t]*([;|\t])|\d*(?:e[-+]?\d+)?\s)/i;
const BEFORE = /([;|\s])[-+]?\d+$/;

/** Throws for `1,5;yes` and `1,5 yes`, whose comma may be in a number: `5;yes` is no label that anybody meant. */
function checkCut(fields: readonly string[], line: number, file: string | undefined): void {
  for (const [i, right] of fields.entries()) {
    const left = fields[i - 1] ?? '';
    const mark = (/\d$/.test(left) ? AFTER.exec(right) : null) ?? (/^\d/.test(right) ? BEFORE.exec(left) : null);
    if (mark === null) continue;
    const other = JSON.stringify(mark[1] ?? ' ');
    const problem = `fields may be parted by "," or ${other}, as in ${quoted(`${left},${right}`)}; say which with delimiter`;
    throw new CsvError(file, line, null, problem);
  }
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== 32 && bytes[i] !== 10) return false;
  return true;
}

/** `1 field`, `2 fields`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

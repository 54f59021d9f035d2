import { clean } from '@internal/arguments';
import type { Column, NumericColumn } from '../table/column.js';
import { lineAt } from './decode.js';
import { CsvError } from './errors.js';
import { countsRows } from './names.js';
import type { ReadCsvOptions } from './options.js';
import type { Plan } from './plan.js';
import type { Scan } from './scan.js';

/** Throws for rows with too many or too few fields, or warns of them. */
export function checkRagged(
  scan: Scan,
  { width }: Plan,
  { onRagged = 'error', name }: ReadCsvOptions,
  warn: (message: string, column: null, line: number) => void,
): void {
  if (scan.raggedCount === 0) return;
  const fields = (count: number): string => `${count} field${count === 1 ? '' : 's'}`;
  const [first] = scan.ragged;
  if (onRagged === 'error') {
    const others = scan.ragged.slice(1, 5).map(({ line, fields: count }) => `line ${line}: ${count}`);
    const rest = scan.raggedCount - 1;
    const more =
      rest === 0
        ? "; onRagged: 'skip' leaves it out"
        : `; so have ${rest} more (${others.join(', ')}${rest > 4 ? ', …' : ''}); onRagged: 'skip' leaves them out`;
    throw new CsvError(name, first!.line, null, `${fields(first!.fields)}, expected ${width}${more}`);
  }
  for (const row of scan.ragged)
    warn(`line ${row.line}: ${fields(row.fields)}, expected ${width}; left out`, null, row.line);
  if (scan.raggedCount > scan.ragged.length)
    warn(`${scan.raggedCount} rows in all have other than ${fields(width)} and are left out`, null, first!.line);
}

/** Says what was left out. */
export function report(scan: Scan, warn: (message: string, column: null, line: number | null) => void): void {
  if (scan.repeated.length > 0) {
    const lines = scan.repeated.slice(0, 5).join(', ');
    warn(
      `the header comes again on line ${lines}${scan.repeated.length > 5 ? ', …' : ''}; left out`,
      null,
      scan.repeated[0]!,
    );
  }
  if (scan.emptyCount > 0) {
    warn(
      `${scan.emptyCount} row${scan.emptyCount === 1 ? '' : 's'} without any value left out, the first on line ${scan.firstEmpty}`,
      null,
      scan.firstEmpty,
    );
  }
}

/** Leaves out a column that only counts the rows, and one that is only a delimiter at the end of each line. */
export function withoutExtras(
  columns: readonly Column[],
  { names, header }: Plan,
  { keepIndex = false }: ReadCsvOptions,
  warn: (message: string, column: string) => void,
): Column[] {
  if (!header) return [...columns];
  const nameless = (j: number): boolean => /^unnamed \d+(?:\.1)*$/.test(names[j]!);
  let first = 0;
  // pandas calls a column of its row numbers "Unnamed: 0" when it reads it back, and "Unnamed: 0.1" the next time.
  while (!keepIndex && first < columns.length - 1 && isIndex(columns[first]!, nameless(first))) {
    const column = columns[first] as NumericColumn;
    const what = nameless(first) ? 'the first column has no name and' : `column "${clean(column.name)}"`;
    const does = countsRows(column.values) ? 'counts the rows' : 'has a number of its own for each row';
    warn(`${what} ${does}; left out`, column.name);
    first++;
  }
  let end = columns.length;
  while (end - first > 1 && nameless(end - 1) && isEmpty(columns[end - 1]!)) end--;
  if (end < columns.length) {
    const many = columns.length - end > 1;
    const what = many
      ? `with ${columns.length - end} delimiters; the empty last columns are`
      : 'with a delimiter; the empty last column is';
    warn(`every line ends ${what} left out`, columns[end]!.name);
  }
  return columns.slice(first, end);
}

function isIndex(column: Column, nameless: boolean): boolean {
  if (!nameless && !/^Unnamed: 0(?:\.\d+)*$/.test(column.name)) return false;
  // In any order, as of rows that were shuffled before they were written.
  return (
    column.type === 'numeric' &&
    column.values.every((value) => Number.isInteger(value) && value >= 0) &&
    new Set(column.values).size === column.length
  );
}

function isEmpty(column: Column): boolean {
  return 'values' in column && column.values.every(Number.isNaN);
}

const LARGEST = 3.4028235677973366e38;

/** Says what float32, in which a network counts, cannot hold. */
export function checkFloat32(
  { name, values }: NumericColumn,
  lines: Int32Array,
  warn: (message: string, column: string, line: number | null) => void,
): void {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  let first = -1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
    if (first < 0 && Math.abs(value) >= LARGEST) first = i;
  }
  if (first >= 0) {
    const value = values[first]!;
    const what = Number.isFinite(value)
      ? `${value} is beyond what float32 can hold`
      : `${value > 0 ? '' : 'minus '}infinity`;
    warn(`line ${lines[first]}, column "${clean(name)}": ${what}`, name, lines[first]!);
  } else if (least < greatest && Math.fround(least) === Math.fround(greatest)) {
    warn(
      `column "${clean(name)}": all values from ${least} to ${greatest} are one in float32; scale them before they become tensors`,
      name,
      null,
    );
  }
}

/** `1,527` on every line is one number with a decimal comma, not two columns. */
export function warnOfSplitNumbers(
  columns: readonly Column[],
  { delimiter, sample, header }: Plan,
  warn: (message: string, column: null) => void,
): void {
  if (delimiter !== ',' || header || columns.length !== 2 || !areSplit(sample)) return;
  const [a, b] = sample[0]!.fields;
  warn(
    `every line is two whole numbers, as ${clean(a!)},${clean(b!)}; is that one number with a decimal comma? Say delimiter: ';' and decimal: ','`,
    null,
  );
}

/** Every line is one field, with as many of some mark in each as in the header: are those what parts fields? */
export function warnOfOneColumn(
  columns: readonly Column[],
  { sample, header }: Plan,
  warn: (message: string, column: null) => void,
): void {
  const [column] = columns;
  if (!header || columns.length > 1 || 'values' in column! || sample.length < 2) return;
  const count = (text: string, mark: string): number => text.split(mark).length - 1;
  const mark = ['::', ',', ';', ':', '|', '&', '!', '/', '\t'].find((one) => {
    const named = count(column!.name, one);
    return named > 0 && sample.every(({ fields }) => count(fields[0]!, one) === named);
  });
  if (mark === undefined) return;
  const remedy =
    mark === ','
      ? 'are whole lines in quotes?'
      : mark.length > 1
        ? 'where that parts fields, write one character for it'
        : `where that parts fields, say delimiter: '${mark}'`;
  warn(`the table has one column, and every line has ${JSON.stringify(mark)} in it; ${remedy}`, null);
}

/** Whether rows of two fields are likely numbers that their decimal commas cut: whole numbers, the second of one width, some with a zero first. */
export function areSplit(rows: readonly { readonly fields: readonly string[] }[]): boolean {
  const widths = new Set(rows.map(({ fields }) => fields[1]?.length));
  const digits = rows.every(({ fields }) => fields.every((field) => /^\d+$/.test(field)));
  return digits && widths.size === 1 && rows.some(({ fields }) => fields[1]!.startsWith('0'));
}

/** Warns of U+FFFD, which stands where a letter was lost. */
export function warnOfLostLetters(
  bytes: Uint8Array,
  warn: (message: string, column: null, line: number) => void,
): void {
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd) continue;
    const line = lineAt(bytes, at);
    warn(`line ${line}: ${LOST}; texts that differed may be equal now`, null, line);
    return;
  }
}

/** What is said of U+FFFD. */
export const LOST = 'the letter U+FFFD, which stands for bytes that were read in the wrong encoding, here or before';

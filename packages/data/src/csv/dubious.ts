import { clean } from '@internal/arguments';
import type { Column, NumericColumn } from '../table/column.js';
import { CsvError } from './errors.js';
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
        ? ''
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
  return columns.filter((column, j) => {
    if (!header || columns.length < 2 || column.type === 'categorical' || !/^unnamed \d+(?:\.1)*$/.test(names[j]!))
      return true;
    const { name } = column;
    if (j === 0 && !keepIndex && column.type === 'numeric' && counts(column.values)) {
      warn('the first column has no name and counts the rows; left out', name);
      return false;
    }
    if (j === columns.length - 1 && 'values' in column && column.values.every(Number.isNaN)) {
      warn('every line ends with a delimiter; the empty last column is left out', name);
      return false;
    }
    return true;
  });
}

function counts(values: Float64Array): boolean {
  return values.every((value, i) => Number.isInteger(value) && (i === 0 || value > values[i - 1]!));
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
  if (delimiter !== ',' || header || columns.length !== 2) return;
  const widths = new Set(sample.map(({ fields }) => fields[1]?.length));
  const digits = sample.every(({ fields }) => fields.every((field) => /^\d+$/.test(field)));
  if (digits && widths.size === 1 && sample.some(({ fields }) => fields[1]!.startsWith('0'))) {
    const [a, b] = sample[0]!.fields;
    warn(
      `every line is two whole numbers, as ${clean(a!)},${clean(b!)}; is that one number with a decimal comma? Say delimiter: ';' and decimal: ','`,
      null,
    );
  }
}

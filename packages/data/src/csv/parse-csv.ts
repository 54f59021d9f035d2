import { checkOptions, clean, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { DataTable } from '../to-tensors.js';
import { areSplit, LOST } from './dubious.js';
import { CsvError } from './errors.js';
import { checkDelimiter } from './options.js';
import { readRecords } from './records.js';

/** What {@link parseCsv} may be told. */
export interface CsvOptions {
  /** Whether the first row names the columns; default false: the columns are called `1`, `2`, …. */
  readonly header?: boolean;
  /** What stands between fields: one character, `' '` for any run of spaces; else one of `, ; tab |` or spaces is found. */
  readonly delimiter?: string;
  /** The column that holds the labels; default the last, `null` for none. */
  readonly target?: string | null;
  /** What messages call the text, such as the name of its file. */
  readonly name?: string;
  /** The fewest different labels that make sense; default 2, since with one there is nothing to learn. */
  readonly minClasses?: number;
  /** The most different labels that make sense; default any number. */
  readonly maxClasses?: number;
}

const OPTIONS = { header: 1, delimiter: 1, target: 1, name: 'string', minClasses: 1, maxClasses: 1 } as const;

/** A table that came from CSV. */
export interface CsvTable extends DataTable {
  /** The name of the column that the labels came from; `null` where there was none. */
  readonly targetName: string | null;
}

/**
 * Reads a table of numeric features, and a column of labels, from CSV text (RFC 4180).
 *
 * Fields may be quoted; a byte order mark, any kind of line end and blank lines are accepted. Nothing is filled in: every row
 * has the fields of the first, and every feature is a finite decimal number. A delimiter is found only where no other is as likely.
 *
 * @returns the features in the order of the columns, and a label for each row.
 * @throws {@link CsvError} naming line and column, for a ragged row, a malformed quote, a feature that is empty or not a
 * finite number, an empty label, a target that is no column, no rows, two possible delimiters, and fewer or more classes than asked for.
 * @example
 * ```ts
 * import { parseCsv } from '@kindling/data';
 * const table = parseCsv('age,height,label\n31,1.7,yes\n4,1.1,no\n', { header: true, target: 'label' });
 * console.log(table.data, table.rows, table.columns); // => Float64Array(4) [ 31, 1.7, 4, 1.1 ] 2 2
 * console.log(table.featureNames, table.labels); // => [ 'age', 'height' ] [ 'yes', 'no' ]
 * ```
 */
export function parseCsv(text: string, options: CsvOptions = {}): CsvTable {
  if (typeof text !== 'string') wrong(Error, 'parseCsv', 'the text', 'a string', text);
  checkOptions(ArgumentError, 'parseCsv', options, OPTIONS);
  const { header = false, name, minClasses = 2, maxClasses = Number.POSITIVE_INFINITY } = options;
  checkDelimiter('parseCsv', options.delimiter);
  const fail = (line: number | null, column: string | null, problem: string): never => {
    throw new CsvError(name, line, column, problem);
  };

  const bad = /[\0\ufffd]/.exec(text);
  if (bad !== null) {
    const line = text.slice(0, bad.index).split(/\r\n?|\n/).length;
    const lost = `${LOST}; readCsv reads the file itself, in its encoding`;
    fail(line, null, bad[0] === '\0' ? 'a NUL character, which no text has' : lost);
  }
  const { records, delimiter } = readRecords(text, options.delimiter, name);
  const [first] = records;
  if (first === undefined) return fail(null, null, 'no rows');
  const columns = header ? first.fields : first.fields.map((_, i) => String(i + 1));
  if (header) checkNames(columns, (problem) => fail(first.line, null, problem));
  const rows = header ? records.slice(1) : records;
  if (rows.length === 0) fail(null, null, 'no rows after the header');

  if (options.delimiter === undefined && delimiter === ',' && columns.length === 2 && areSplit(rows)) {
    const example = rows[0]!.fields.join(',');
    fail(rows[0]!.line, null, `is ${example} one number with a decimal comma? Say delimiter: ',' where it is two`);
  }
  const targetName = options.target === undefined ? columns.at(-1)! : options.target;
  const target = targetName === null ? -1 : columns.indexOf(targetName);
  if (targetName !== null && target < 0) {
    fail(null, null, `no column "${targetName}"; there are: ${list(columns)}`);
  }
  const chosen = columns.map((_, i) => i).filter((i) => i !== target);
  if (chosen.length === 0) {
    fail(first.line, null, `one column only, the labels; is the delimiter ${JSON.stringify(delimiter)} right?`);
  }

  const place = (column: number): string => (header ? `"${columns[column]}"` : columns[column]!);
  const data = new Float64Array(rows.length * chosen.length);
  const labels: string[] = [];
  let at = 0;
  for (const { line, fields } of rows) {
    for (const column of chosen) {
      const field = fields[column]!;
      const value = parseNumber(field);
      if (value === undefined) fail(line, place(column), describe(field, !header && line === first.line));
      else data[at++] = value;
    }
    if (target < 0) continue;
    const label = fields[target]!;
    if (label === '') fail(line, place(target), 'the label is empty');
    labels.push(label);
  }

  const classes = [...new Set(labels)].sort();
  if (target >= 0 && classes.length < minClasses) {
    const found = classes.length === 1 ? `one class only, "${classes[0]}"` : `${classes.length} classes`;
    fail(null, place(target), `${found}; at least ${minClasses} are needed`);
  }
  if (target >= 0 && classes.length > maxClasses) {
    fail(null, place(target), `${classes.length} classes, at most ${maxClasses} are possible: ${list(classes)}`);
  }
  return {
    data,
    rows: rows.length,
    columns: chosen.length,
    featureNames: chosen.map((i) => columns[i]!),
    labels,
    targetName,
  };
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** The finite number that a field spells in decimal. */
function parseNumber(field: string): number | undefined {
  const value = NUMBER.test(field) ? Number(field) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function describe(field: string, perhapsHeader: boolean): string {
  if (field === '') return 'the field is empty';
  const shown = clean(field);
  if (/^[+-]?(nan|inf(inity)?)$/i.test(field) || NUMBER.test(field)) return `"${shown}" is not a finite number`;
  const comma = /^[+-]?\d+,\d+$/.test(field);
  const hint = comma
    ? '; parseTable reads decimal commas'
    : perhapsHeader
      ? '; does this line name the columns? Then ask for a header'
      : '';
  return `"${shown}" is not a number${hint}`;
}

function checkNames(columns: readonly string[], fail: (problem: string) => never): void {
  const seen = new Map<string, number>();
  for (const [i, column] of columns.entries()) {
    if (column === '') fail(`column ${i + 1} has no name`);
    const before = seen.get(column);
    if (before !== undefined) fail(`columns ${before + 1} and ${i + 1} are both called "${column}"`);
    seen.set(column, i);
  }
}

/** Names for a message: `a, b, c`, cut where there are many. */
function list(names: readonly string[]): string {
  return names.length <= 20 ? names.join(', ') : `${names.slice(0, 19).join(', ')}, … (${names.length} in all)`;
}

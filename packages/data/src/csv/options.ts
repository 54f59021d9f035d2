import { aRecord, checkOptions, clean, describe, oneOf, strings } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { ColumnType } from '../table/column.js';
import type { DateOrder } from './date-text.js';
import type { CsvEncoding } from './decode.js';

/** What `readCsv` and `parseTable` may be told; what is not said is found out and stands in `table.source`. */
export interface ReadCsvOptions {
  /** Whether the first row names the columns. */
  readonly header?: boolean;
  /** What stands between fields: one character, `' '` for any run of spaces; else one of `, ; tab |`, or seldom `^ ~`, is found. */
  readonly delimiter?: string;
  /** What stands before a fraction; with a comma, points and spaces may mark thousands. */
  readonly decimal?: '.' | ',';
  /** How bytes become text; UTF-8 by default, and UTF-16 where a mark says so. */
  readonly encoding?: CsvEncoding;
  /** What stands for a missing value, beside nothing; by default `NA`, `?`, `NaN`, `null`, `-` and their like, and among numbers `None`, `unknown` or `#DIV/0!`. */
  readonly missing?: readonly string[];
  /** With what a line begins that is no data; by default `#`, where such a line has not as many fields as a row. */
  readonly comment?: string | null;
  /** The types of some columns, by name; those of others are decided by all their values. */
  readonly types?: Readonly<Record<string, ColumnType>>;
  /** The order of day, month and year in columns that are declared dates. */
  readonly dateOrder?: DateOrder;
  /** What happens to rows with too many or too few fields; an error by default. */
  readonly onRagged?: 'error' | 'skip';
  /** Whether a first column without a name that counts the rows is kept; by default it is left out. */
  readonly keepIndex?: boolean;
  /** What messages call the file. */
  readonly name?: string;
}

/** How bytes may become text. */
export const anEncoding = oneOf('utf-8', 'utf-16le', 'utf-16be', 'latin1', 'windows-1252');

/** The names of the options and their kinds, for checks. */
export const READ_OPTIONS = {
  header: 1,
  delimiter: 1,
  decimal: 1,
  encoding: anEncoding,
  missing: strings,
  comment: 1,
  types: aRecord,
  dateOrder: oneOf('ymd', 'dmy', 'mdy'),
  onRagged: 1,
  keepIndex: 'boolean',
  name: 'string',
} as const;

/** What stands for a missing value where nobody says. */
export const MISSING = [
  ...['NA', 'N/A', 'n/a', 'na', '<NA>', '#N/A', '#NA', 'NaN', 'nan', '-NaN', '-nan', 'NAN'],
  ...['null', 'NULL', 'Null', '?', '-', '#NULL!'],
];
const TYPES: readonly ColumnType[] = ['numeric', 'categorical', 'boolean', 'date', 'text'];

/** Throws where an option is unknown or of a wrong kind. */
export function checkReadOptions(where: string, options: ReadCsvOptions): void {
  checkOptions(ArgumentError, where, options, READ_OPTIONS);
  const wrong = (what: string, wanted: string, value: unknown): never => {
    throw new ArgumentError(`${where}: ${what} must be ${wanted}, got ${describe(value)}`);
  };
  const { delimiter, decimal, comment, types = {}, onRagged, header } = options;
  checkDelimiter(where, delimiter);
  if (decimal !== undefined && decimal !== '.' && decimal !== ',') wrong('decimal', `'.' or ','`, decimal);
  if (decimal !== undefined && decimal === delimiter) wrong('decimal', 'another mark than the delimiter', decimal);
  if (header !== undefined && typeof header !== 'boolean') wrong('header', 'true or false', header);
  if (onRagged !== undefined && onRagged !== 'error' && onRagged !== 'skip')
    wrong('onRagged', `'error' or 'skip'`, onRagged);
  if (comment !== undefined && comment !== null && !(typeof comment === 'string' && /^[\x21-\x7e]$/.test(comment)))
    wrong('comment', 'one character', comment);
  for (const [name, type] of Object.entries(types)) {
    if (!TYPES.includes(type)) wrong(`the type of "${clean(name)}"`, TYPES.join(', '), type);
  }
}

/** Throws unless a delimiter that is given is one byte that can part fields. */
export function checkDelimiter(where: string, delimiter: unknown): void {
  if (delimiter !== undefined && (typeof delimiter !== 'string' || !/^[^"\r\n\ufeff\u0080-\uffff]$/.test(delimiter))) {
    throw new ArgumentError(`${where}: the delimiter must be one character and no quote, got ${describe(delimiter)}`);
  }
}

import { checkOptions, clean, describe as inWords } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { Column, ColumnType, NumericColumn } from '../table/column.js';
import { noColumn, Table, type TableWarning } from '../table/table.js';
import type { DateOrder } from './date-text.js';
import { type CsvEncoding, lineAt, toUtf8 } from './decode.js';
import { CsvError } from './errors.js';
import { type Context, declaredColumn, inferColumn, provesComma } from './infer.js';
import { uniqueNames } from './names.js';
import { whatElse } from './not-csv.js';
import { numberOf } from './number-text.js';
import { FAILED, FRACTION, type Layout, NUMBERS, Scan, SKIP, TEXTS, WIDE, ZERO_LED } from './scan.js';
import { commonWidth, type SampleRow, sampleRows, sniffDelimiter, sniffHeader } from './sniff.js';

/** What `readCsv` and `parseTable` may be told; what is not said is found out and stands in `table.source`. */
export interface ReadCsvOptions {
  /** Whether the first row names the columns. */
  readonly header?: boolean;
  /** What stands between fields: one character, `' '` for any run of spaces; else one of `, ; tab |` is found. */
  readonly delimiter?: string;
  /** What stands before a fraction; with a comma, points and spaces may mark thousands. */
  readonly decimal?: '.' | ',';
  /** How bytes become text; UTF-8 by default, and UTF-16 where a mark says so. */
  readonly encoding?: CsvEncoding;
  /** What stands for a missing value, beside nothing; by default `NA`, `?`, `NaN`, `null`, `-` and their like. */
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

/** The names of the options, for checks. */
export const READ_OPTIONS = {
  header: 1,
  delimiter: 1,
  decimal: 1,
  encoding: 1,
  missing: 1,
  comment: 1,
  types: 1,
  dateOrder: 1,
  onRagged: 1,
  keepIndex: 1,
  name: 1,
} as const;

const MISSING = [
  ...['NA', 'N/A', 'n/a', 'na', '<NA>', '#N/A', '#NA', 'NaN', 'nan', '-NaN', '-nan', 'NAN'],
  ...['null', 'NULL', 'Null', '?', '-', '#NULL!'],
];
const TYPES: readonly ColumnType[] = ['numeric', 'categorical', 'boolean', 'date', 'text'];

/**
 * A table from the text or the bytes of a CSV file; `readCsv` is the same for files.
 *
 * Delimiter, header, missing values and types are found out, or as the options say. What is dubious stands in
 * `table.warnings`.
 *
 * @throws {@link CsvError} naming line and column: for bytes that are no text in their encoding, files that are no CSV
 * (and says what they are), rows with too many or too few fields, malformed quotes, values that do not fit a declared type.
 * @example
 * ```ts
 * import { parseTable } from '@kindling/data';
 *
 * const table = parseTable('age;income;bought\n31;1,5;yes\n?;2,75;no\n52;0,5;yes\n');
 * console.log(table.columns.map(({ type }) => type), table.source.delimiter); // => [ 'numeric', 'numeric', 'categorical' ] ;
 * console.log(table.row(1)); // => { age: null, income: 2.75, bought: 'no' }
 * ```
 */
export function parseTable(text: string | Uint8Array | ArrayBuffer, options: ReadCsvOptions = {}): Table {
  checkReadOptions('parseTable', options);
  let bytes: Uint8Array;
  if (typeof text === 'string') {
    bytes = new TextEncoder().encode(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    const { encoding: _, ...others } = options;
    return parseBytes(bytes, others);
  }
  if (Object.prototype.toString.call(text) === '[object ArrayBuffer]') bytes = new Uint8Array(text as ArrayBuffer);
  else if (ArrayBuffer.isView(text)) bytes = new Uint8Array(text.buffer, text.byteOffset, text.byteLength);
  else throw new ArgumentError(`parseTable: expects text or bytes, got ${inWords(text)}`);
  return parseBytes(bytes, options);
}

/** Throws where an option is unknown or of a wrong kind. */
export function checkReadOptions(where: string, options: ReadCsvOptions): void {
  checkOptions(ArgumentError, where, options, READ_OPTIONS);
  const wrong = (what: string, wanted: string, value: unknown): never => {
    throw new ArgumentError(`${where}: ${what} must be ${wanted}, got ${inWords(value)}`);
  };
  const { delimiter, decimal, missing, comment, types = {}, onRagged, header } = options;
  if (delimiter !== undefined && (typeof delimiter !== 'string' || !/^[^"\r\n\ufeff\u0080-\uffff]$/.test(delimiter))) {
    throw new ArgumentError(
      `${where}: the delimiter must be one character and no quote, got ${JSON.stringify(delimiter)}`,
    );
  }
  if (decimal !== undefined && decimal !== '.' && decimal !== ',') wrong('decimal', `'.' or ','`, decimal);
  if (decimal !== undefined && decimal === delimiter) wrong('decimal', 'another mark than the delimiter', decimal);
  if (header !== undefined && typeof header !== 'boolean') wrong('header', 'true or false', header);
  if (missing !== undefined && !Array.isArray(missing)) wrong('missing', 'a list of texts', missing);
  if (onRagged !== undefined && onRagged !== 'error' && onRagged !== 'skip')
    wrong('onRagged', `'error' or 'skip'`, onRagged);
  if (comment !== undefined && comment !== null && !/^[\x21-\x7e]$/.test(comment))
    wrong('comment', 'one character', comment);
  for (const [name, type] of Object.entries(types)) {
    if (!TYPES.includes(type)) wrong(`the type of "${clean(name)}"`, TYPES.join(', '), type);
  }
}

/** How a file is laid out, and its first rows. */
export interface Plan {
  readonly layout: Layout;
  readonly delimiter: string;
  readonly decimal: '.' | ',';
  readonly header: boolean;
  readonly names: readonly string[];
  /** How many fields its rows have. */
  readonly width: number;
  /** The rows below the header, as far as they were looked at. */
  readonly sample: readonly SampleRow[];
  /** Where the rows begin, and on which line. */
  readonly from: number;
  readonly line: number;
  readonly headerBytes: Uint8Array | undefined;
  readonly encoding: CsvEncoding;
}

/** Text as bytes that end with a line end; throws for what is no text. */
export function textBytes(given: Uint8Array, options: ReadCsvOptions): { bytes: Uint8Array; encoding: CsvEncoding } {
  const { name } = options;
  if (given.length === 0) throw new CsvError(name, null, null, 'the file is empty');
  const other = whatElse(given);
  if (other !== undefined) throw new CsvError(name, null, null, `this is ${other}`);
  const { bytes, encoding } = toUtf8(given, options.encoding, name);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const utf16 =
      bytes.subarray(0, 1000).reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0) >
      Math.min(1000, bytes.length) / 4;
    const hint = utf16
      ? `; is this UTF-16 without a mark? Say encoding: '${bytes[0] === 0 ? 'utf-16be' : 'utf-16le'}'`
      : '';
    throw new CsvError(name, lineAt(bytes, nul), null, `a NUL character, which no text has${hint}`);
  }
  const last = bytes.at(-1);
  if (last === 10 || last === 13) return { bytes, encoding };
  const ended = new Uint8Array(bytes.length + 1);
  ended.set(bytes);
  ended[bytes.length] = 10;
  return { bytes: ended, encoding };
}

/** Finds out how a file is laid out. */
export function planOf(
  bytes: Uint8Array,
  encoding: CsvEncoding,
  options: ReadCsvOptions,
  warn: (message: string, column?: string | null, line?: number) => void,
): Plan {
  const { name, comment } = options;
  let from = 0;
  let line = 1;
  let delimiter = options.delimiter;
  // Excel's own line that names the delimiter.
  const sep = /^"?sep=([^\r\n"])"?\r?\n?/i.exec(String.fromCharCode(...bytes.subarray(0, 16)));
  if (sep !== null) {
    delimiter ??= sep[1]!;
    from = sep[0].length;
    if (bytes[from - 1] === 13 && bytes[from] === 10) from++;
    line = 2;
  }
  const missing = new Set(['', ...(options.missing ?? MISSING)]);
  const loose = comment === undefined;
  const mark = comment === null ? -1 : (comment ?? '#').charCodeAt(0);
  const point = (options.decimal ?? '.').charCodeAt(0);
  let layout: Layout = { delimiter: 44, point, comment: mark, looseComment: loose, missing, name };
  let lead = { from, line, names: undefined as string | undefined };
  if (mark >= 0) lead = skipComments(bytes, from, line, mark);
  const noComments = { ...layout, looseComment: false };
  delimiter ??= sniffDelimiter(bytes, lead.from, lead.line, noComments);
  layout = { ...layout, delimiter: delimiter.charCodeAt(0) };
  let rows = sampleRows(bytes, lead.from, lead.line, { ...layout, looseComment: false });
  if (rows.length === 0) throw new CsvError(name, null, null, 'no rows');
  const decimal = options.decimal ?? '.';
  // A last comment of as many fields as there are columns names them.
  const body = rows.length > 1 ? rows.slice(1) : rows;
  const { width: bodyWidth } = commonWidth(body);
  let header = options.header;
  if (lead.names !== undefined && header !== false && bodyWidth > 1 && !sniffHeader(rows, missing, decimal)) {
    const named = sampleRows(new TextEncoder().encode(`${lead.names}\n`), 0, 1, { ...layout, comment: -1 })[0];
    if (named !== undefined && named.fields.length === bodyWidth) {
      const first: SampleRow = { fields: named.fields, line: lead.line - 1, from: lead.from, to: lead.from };
      rows = [first, ...rows];
      header = true;
    }
  }
  const first = rows[0]!;
  header ??= sniffHeader(rows, missing, decimal);
  const sample = header ? rows.slice(1) : rows;
  if (sample.length === 0) throw new CsvError(name, null, null, 'no rows after the header');
  const counted = commonWidth(sample).width;
  const width = header ? widthWith(first, counted, sample, name) : counted;
  let names = header ? first.fields.slice(0, width) : Array.from({ length: width }, (_, j) => String(j + 1));
  if (header) {
    if (first.fields.length === width - 1) names = namesForOneMore(first.fields, sample, missing);
    names = uniqueNames(names, (message) => warn(message, null, first.line));
  }
  const start = sample[0]!;
  // Blank lines and comments after the header are read over.
  const at = header ? first.to : first.from;
  const headerBytes = header && first.to > first.from ? bytes.subarray(first.from, first.to) : undefined;
  const plan = { layout, delimiter, decimal, header, names, width, sample, encoding, headerBytes };
  return {
    ...plan,
    from: header && at === start.from ? start.from : at,
    line: header ? headerLine(bytes, first) : first.line,
  };
}

/** The line after the header's. */
function headerLine(bytes: Uint8Array, first: SampleRow): number {
  let line = first.line;
  for (let i = first.from; i < first.to; i++) if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line++;
  return first.to === first.from ? first.line + 1 : line;
}

/** The number of fields of a row, where the header may have one more or less. */
function widthWith(first: SampleRow, counted: number, sample: readonly SampleRow[], name: string | undefined): number {
  const named = first.fields.length;
  if (named === counted || named === counted - 1) return counted;
  if (named === counted + 1 && first.fields.at(-1) === '') return counted;
  // Most likely the sample is odd, not the header; the rows are then named one by one.
  if (sample.some(({ fields }) => fields.length === named)) return named;
  const { line } = sample[0]!;
  throw new CsvError(
    name,
    line,
    null,
    `${counted} field${counted === 1 ? '' : 's'}, but line ${first.line} names ${named} columns`,
  );
}

/** Names where rows have one field more than the header: an empty one at the end, or the rows' names at the start. */
function namesForOneMore(
  names: readonly string[],
  sample: readonly SampleRow[],
  missing: ReadonlySet<string>,
): string[] {
  const atEnd = sample.every(({ fields }) => missing.has(fields.at(-1)!));
  return atEnd ? [...names, ''] : ['', ...names];
}

function skipComments(
  bytes: Uint8Array,
  from: number,
  line: number,
  mark: number,
): { from: number; line: number; names: string | undefined } {
  let names: string | undefined;
  let pos = from;
  let at = line;
  while (bytes[pos] === mark || bytes[pos] === 10 || bytes[pos] === 13) {
    let end = pos;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    const text = new TextDecoder().decode(bytes.subarray(pos + 1, end)).trim();
    names = bytes[pos] === mark && text !== '' ? text : names;
    pos = end + (bytes[end] === 13 && bytes[end + 1] === 10 ? 2 : 1);
    at++;
  }
  return { from: Math.min(pos, bytes.length), line: at, names };
}

function parseBytes(given: Uint8Array, options: ReadCsvOptions): Table {
  const warnings: TableWarning[] = [];
  const warn = (message: string, column: string | null = null, line: number | null = null): void => {
    if (warnings.length < 1000) warnings.push({ message, column, line });
  };
  const { bytes, encoding } = textBytes(given, options);
  const plan = planOf(bytes, encoding, options, warn);
  const { name } = options;
  // A map, since a column may be called `constructor`.
  const types = new Map(Object.entries(options.types ?? {}));
  for (const column of types.keys()) {
    if (!plan.names.includes(column)) throw new ArgumentError(`readCsv: types: ${noColumn(column, plan.names)}`);
  }
  const scan = new Scan(plan.layout, firstModes(plan, types), plan.line, guessRows(bytes, plan));
  scan.header = plan.headerBytes;
  scan.run(bytes, plan.from);
  checkRagged(scan, plan, options, warn);
  if (scan.rows === 0) throw new CsvError(name, null, null, 'no rows after the header');
  report(scan, warn);

  // Columns that are not all numbers are read once more, as texts.
  const again = plan.names.map((column, j) => needsTexts(scan, j, types.get(column)));
  let texts = scan;
  if (again.includes(true)) {
    const modes = Uint8Array.from(again, (needed) => (needed ? TEXTS : SKIP));
    texts = new Scan(plan.layout, modes, plan.line, scan.rows);
    texts.header = plan.headerBytes;
    texts.run(bytes, plan.from);
  }
  const points = scan.flags.some(
    (flags, j) => scan.modes[j] === NUMBERS && (flags & FRACTION) !== 0 && plan.decimal === '.',
  );
  const dictionaries = plan.names.map((_, j) => (again[j] ? texts : scan).dictionaries[j]!.texts);
  const commas = options.decimal === undefined && !points && plan.delimiter !== ',' && dictionaries.some(provesComma);
  if (commas) warn("the numbers have a decimal comma; say decimal: '.' where they do not");
  const context: Context = {
    decimal: plan.decimal,
    decimalGiven: options.decimal !== undefined,
    points,
    commas,
    warn,
  };
  const lines = scan.lines.slice(0, scan.rows);
  let columns = plan.names.map((column, j): Column => {
    const type = types.get(column);
    if (scan.modes[j] === NUMBERS && !again[j]) {
      const values = scan.values[j]!.slice(0, scan.rows);
      return {
        name: column,
        type: 'numeric',
        length: scan.rows,
        reason: type === undefined ? 'every value is a number' : 'as declared',
        values,
      };
    }
    const from = again[j] ? texts : scan;
    const found = {
      name: column,
      codes: from.codes[j]!.slice(0, scan.rows),
      texts: from.dictionaries[j]!.texts,
      wide: (scan.flags[j]! & WIDE) !== 0,
      zeroLed: (scan.flags[j]! & ZERO_LED) !== 0,
    };
    if (type === undefined) return inferColumn(found, context);
    return declaredColumn(found, type, plan.decimal, options.dateOrder, (text, row, wanted) => {
      throw new CsvError(name, lines[row]!, `"${clean(column)}"`, `"${clean(text)}" is not ${wanted}`);
    });
  });
  columns = columns.map((column) =>
    column.type === 'numeric' &&
    column.reason === 'every value is a number' &&
    Number.isNaN(column.values.find((value) => !Number.isNaN(value)) ?? Number.NaN)
      ? { ...column, reason: 'every value is missing' }
      : column,
  );
  const kept = withoutExtras(columns, plan, options, warn);
  const stays = new Set(kept);
  for (const { name: left } of columns.filter((column) => !stays.has(column))) {
    // That it has no name was said before it was left out.
    const said = warnings.findIndex(({ message }) => message.endsWith(`is called "${left}"`));
    if (said >= 0) warnings.splice(said, 1);
  }
  columns = kept;
  for (const column of columns) if (column.type === 'numeric') checkFloat32(column, lines, warn);
  warnOfSplitNumbers(columns, plan, warn);
  const { delimiter, header } = plan;
  const decimal = commas ? ',' : plan.decimal;
  const source = { ...(name === undefined ? {} : { name }), delimiter, header, encoding, decimal, lines };
  return new Table(columns, { warnings, source });
}

/** How the columns are read first: as numbers, unless the sample shows texts. */
function firstModes({ names, sample, layout, decimal }: Plan, types: ReadonlyMap<string, ColumnType>): Uint8Array {
  return Uint8Array.from(names, (name, j) => {
    const type = types.get(name);
    if (type !== undefined) return type === 'numeric' ? NUMBERS : TEXTS;
    const text = sample.some(({ fields }) => {
      const field = fields[j] ?? '';
      return !layout.missing.has(field) && numberOf(field, decimal) === undefined;
    });
    return text ? TEXTS : NUMBERS;
  });
}

function guessRows(bytes: Uint8Array, { sample, from }: Plan): number {
  const last = sample.at(-1)!;
  const each = Math.max(1, (last.to - sample[0]!.from) / sample.length);
  return Math.ceil(((bytes.length - from) / each) * 1.05) + 16;
}

function needsTexts(scan: Scan, j: number, declared: ColumnType | undefined): boolean {
  const flags = scan.flags[j]!;
  if ((flags & FAILED) !== 0) return true;
  if (scan.modes[j] !== NUMBERS || declared !== undefined) return false;
  // Whole numbers that a number cannot hold are ids, and so may digits with a leading zero be.
  return (flags & FRACTION) === 0 && (flags & (WIDE | ZERO_LED)) !== 0;
}

function checkRagged(
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

function report(scan: Scan, warn: (message: string, column: null, line: number | null) => void): void {
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
function withoutExtras(
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
function checkFloat32(
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
function warnOfSplitNumbers(
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

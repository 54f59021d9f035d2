import { clean } from '@internal/arguments';
import type { CsvEncoding } from './decode.js';
import { lineAt, toUtf8, utf16Without } from './decode.js';
import { CsvError } from './errors.js';
import { countsRows, uniqueNames } from './names.js';
import { whatElse } from './not-csv.js';
import { MISSING, type ReadCsvOptions } from './options.js';
import type { Layout } from './scan.js';
import { commonWidth, type SampleRow, sampleRows, sniffDelimiter, sniffHeader } from './sniff.js';
import { withoutTitles } from './titles.js';

/** Takes what is dubious about a file. */
export type Warn = (message: string, column?: string | null, line?: number | null) => void;

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
  const { bytes: read, encoding } = toUtf8(given, options.encoding, name);
  // The end of a file to DOS.
  const bytes = read.at(-1) === 26 ? read.subarray(0, -1) : read;
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const wide = utf16Without(bytes);
    const hint = wide === undefined ? '' : `; is this UTF-16 without a mark? Say encoding: '${wide}'`;
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
export function planOf(bytes: Uint8Array, encoding: CsvEncoding, options: ReadCsvOptions, warn: Warn): Plan {
  const { name, comment } = options;
  let from = 0;
  let line = 1;
  let delimiter = options.delimiter;
  // Excel's own line that names the delimiter.
  const sep = /^"?sep=([^\r\n"])"?\1*\r?\n?/i.exec(String.fromCharCode(...bytes.subarray(0, 16)));
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
  if (options.header !== false) rows = withoutTitles(rows, missing, decimal, warn);
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
  if (header === undefined && isHeaderAlone(rows, missing)) {
    throw new CsvError(
      name,
      first.line,
      null,
      'one line of words alone: no rows after the header; where it is a row, say header: false',
    );
  }
  header ??= sniffHeader(rows, missing, decimal);
  const sample = header ? rows.slice(1) : rows;
  if (sample.length === 0) throw new CsvError(name, null, null, 'no rows after the header');
  const counted = commonWidth(sample).width;
  const width = header ? widthWith(first, counted, sample, name) : counted;
  let names = header ? first.fields.slice(0, width) : Array.from({ length: width }, (_, j) => String(j + 1));
  if (header) {
    if (first.fields.length === width - 1) names = namesForOneMore(first.fields, sample, missing, delimiter, name);
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

/** Whether there is only one row, of several words that all differ. */
function isHeaderAlone(rows: readonly SampleRow[], missing: ReadonlySet<string>): boolean {
  const [{ fields } = { fields: [] }] = rows;
  const words = fields.every((field) => !missing.has(field) && !/^[-+.]?\d/.test(field));
  return rows.length === 1 && fields.length > 1 && words && new Set(fields).size === fields.length;
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
  delimiter: string,
  name: string | undefined,
): string[] {
  const atEnd = sample.every(({ fields }) => missing.has(fields.at(-1)!));
  if (atEnd) return [...names, ''];
  const first = sample.map(({ fields }) => fields[0]!);
  if (delimiter === ',' && first.every((field) => /^[-+]?\d+$/.test(field)) && !countsRows(first.map(Number))) {
    const { fields, line } = sample[0]!;
    const example = clean(fields.slice(0, 2).join(','));
    const problem =
      `${fields.length} fields, but the header names ${names.length} columns; is ${example} one number with a decimal comma, ` +
      'whose fields must then be parted by something else, or has the first column no name?';
    throw new CsvError(name, line, null, problem);
  }
  return ['', ...names];
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

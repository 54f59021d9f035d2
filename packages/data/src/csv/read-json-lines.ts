import { checkOptions, clean, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { Column } from '../table/column.js';
import { columnFrom } from '../table/from-rows.js';
import { Table, type TableWarning } from '../table/table.js';
import { type CsvEncoding, toUtf8 } from './decode.js';
import { CsvError } from './errors.js';
import { whatElse } from './not-csv.js';
import { anEncoding } from './options.js';
import { type CsvSource, readSource } from './read-csv.js';

/** What {@link readJsonLines} may be told. */
export interface ReadJsonLinesOptions {
  /** How bytes become text; UTF-8 by default, and UTF-16 where a mark says so. */
  readonly encoding?: CsvEncoding;
  /** What messages call the file. */
  readonly name?: string;
}

/**
 * Reads JSON Lines, an object on each line, as a {@link Table}: a column for each key, missing where an object lacks it or has
 * `null`. It takes what `readCsv` takes; blank lines are left out.
 *
 * @throws {@link CsvError} naming line and column: where a line is no JSON object, a value is an object or a list, or a column
 * mixes numbers, texts and truth values; where a file cannot be read or is no text.
 * @example
 * ```ts
 * import { readJsonLines } from '@kindling/data';
 *
 * const table = await readJsonLines('{"age": 31, "town": "Ulm"}\n{"age": null, "town": "Bonn"}\n');
 * console.log(table.shape, table.column('age').type, table.row(1)); // => [ 2, 2 ] numeric { age: null, town: 'Bonn' }
 * ```
 */
export async function readJsonLines(source: CsvSource, options: ReadJsonLinesOptions = {}): Promise<Table> {
  const where = 'readJsonLines';
  checkOptions(ArgumentError, where, options, { encoding: anEncoding, name: 'string' });
  if (typeof source === 'string' && /[\r\n]|^\s*\{/.test(source)) return jsonTable(source, options.name);
  const { bytes, name = undefined } = await readSource(where, source);
  return jsonTable(textOf(bytes, options, options.name ?? name), options.name ?? name);
}

function textOf(bytes: Uint8Array, { encoding }: ReadJsonLinesOptions, name: string | undefined): string {
  const other = whatElse(bytes);
  if (other !== undefined && !other.startsWith('JSON')) throw new CsvError(name, null, null, `this is ${other}`);
  return new TextDecoder().decode(toUtf8(bytes, encoding, name).bytes);
}

function jsonTable(text: string, name: string | undefined): Table {
  const { columns, lines, warnings } = readObjects(text, 1, name, new Map());
  if (lines.length === 0) throw new CsvError(name, null, null, 'no rows');
  return new Table(columns, { warnings, source: { ...(name === undefined ? {} : { name }), lines } });
}

/** The objects of some lines as columns; `kinds` has what each key's values are, and takes what they show. */
export function readObjects(
  text: string,
  firstLine: number,
  name: string | undefined,
  kinds: Map<string, string>,
): { columns: Column[]; lines: Int32Array; nextLine: number; warnings: TableWarning[] } {
  const columns = new Map<string, unknown[]>();
  const warnings: TableWarning[] = [];
  const lines: number[] = [];
  const written = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  for (const [i, one] of written.entries()) {
    if (one.trim() === '') continue;
    const line = firstLine + i;
    for (const [key, value] of Object.entries(objectOf(one, line, name))) {
      const column = columns.get(key) ?? [];
      columns.set(key, column);
      // Rows before this one that had no such key.
      while (column.length < lines.length) column.push(null);
      column.push(value);
      if (value === null) continue;
      checkValue(key, value, kinds, line, name);
      if (typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)) continue;
      if (warnings.some((warning) => warning.column === key)) continue;
      const message = `line ${line}, column ${clean(key)}: a whole number beyond 2^53 lost its last digits; write it as a text`;
      warnings.push({ message, column: key, line });
    }
    lines.push(line);
  }
  const made = Array.from(columns, ([key, values]) => {
    while (values.length < lines.length) values.push(null);
    return columnFrom(key, values);
  });
  const ended = written.at(-1) === '' ? written.length - 1 : written.length;
  return { columns: made, lines: Int32Array.from(lines), nextLine: firstLine + ended, warnings };
}

function objectOf(written: string, line: number, name: string | undefined): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    const hint =
      line === 1 && /^\s*[[{]\s*$/.test(written) ? '; a JSON text over several lines is one for Table.from' : '';
    throw new CsvError(name, line, null, `this is no JSON object: ${clean(written.trim())}${hint}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new CsvError(name, line, null, `expects an object, got ${describe(value)}`);
}

function checkValue(
  key: string,
  value: unknown,
  kinds: Map<string, string>,
  line: number,
  name: string | undefined,
): void {
  const kind = typeof value;
  if (kind === 'object') throw new CsvError(name, line, clean(key), `${describe(value)} is no value of a table`);
  const before = kinds.get(key) ?? kind;
  kinds.set(key, before);
  if (kind !== before) throw new CsvError(name, line, clean(key), `${describe(value)} in a column of ${before}s`);
}

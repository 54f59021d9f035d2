import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Chunks, type ColumnType, parseTable, type ReadCsvOptions, Table } from '@kindling/data';
import type { Classifier } from '@kindling/train';
import { reasonOf } from '../output/files.js';
import { plain } from '../output/plain.js';
import { inFlags, type ReadFlags, readOptions } from './read-flags.js';

/** The bytes of a table, and what messages call it. */
export interface TableFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/**
 * Reads a file; `-` is standard input.
 *
 * @throws Error that names it where it cannot be read.
 */
export async function readFileOrInput(path: string, stdin: Chunks | undefined): Promise<TableFile> {
  if (path === '-') {
    if (stdin === undefined) throw new Error('there is no standard input to read from');
    const chunks: Uint8Array[] = [];
    for await (const chunk of stdin as AsyncIterable<Uint8Array | string>) chunks.push(Buffer.from(chunk as string));
    return { bytes: Buffer.concat(chunks), name: 'standard input' };
  }
  if (path === '') throw new Error('the name of the table is empty');
  try {
    return { bytes: await readFile(path), name: plain(basename(path)) };
  } catch (error) {
    throw new Error(`cannot read ${path}: ${reasonOf(error)}`);
  }
}

/** The table in a file. A column that is asked for by a name that is no number means that the first row holds names. */
export function tableOf({ bytes, name }: TableFile, asked: string, given: ReadFlags): Table {
  const table = readTable(bytes, { ...readOptions(given), name, ...(isNumber(asked) ? {} : { header: true }) });
  const { columnNames } = table;
  const data = columnNames.filter((column) => column.trim() !== '' && !Number.isNaN(Number(column)));
  if (!isNumber(asked) && !table.has(asked) && 2 * data.length > columnNames.length) {
    throw new Error(
      `${name}: there is no column "${plain(asked)}", and the first row looks like data; a file without names has the columns 1 to ${columnNames.length}: say --target ${columnNames.length} for the last`,
    );
  }
  return table;
}

/**
 * The table in a file, as a model's training read its columns: a town called 7 is still a town.
 *
 * @param known - what is known of the file already.
 * @throws Error that names a column that is missing, or line and column of a value that does not fit.
 */
export function tableFor(model: Classifier, { bytes, name }: TableFile, known: ReadCsvOptions = {}): Table {
  const { target, encoder } = model.spec;
  const named = [target, ...encoder.columns.map((column) => column.name)].some((column) => !isNumber(column));
  const options: ReadCsvOptions = { name, keepIndex: true, ...(named ? { header: true } : {}), ...known };
  const table = readTable(bytes, options);
  const types: [string, ColumnType][] = [];
  for (const { kind, name: column, type = 'numeric' } of encoder.columns) {
    if (!table.has(column)) {
      const there = table.columnNames.slice(0, 20).join(', ');
      throw new Error(`${name}: there is no column "${column}", which the model needs; there are: ${there}`);
    }
    const found = table.column(column);
    if (kind === 'category' && 'values' in found) types.push([column, 'categorical']);
    if (kind === 'number' && found.type !== type) types.push([column, type]);
  }
  return types.length === 0
    ? table
    : readTable(bytes, { ...options, types: { ...known.types, ...Object.fromEntries(types) } });
}

/** The table in some bytes. What is said of it names the flags of the command. */
export function readTable(bytes: Uint8Array, options: ReadCsvOptions): Table {
  const table = naming(() => parseTable(bytes, options));
  const warnings = table.warnings.map((warning) => ({ ...warning, message: inFlags(warning.message) }));
  return new Table(table.columns, { warnings, source: table.source });
}

/** Has errors of a reader name the flags of the command. */
export function naming<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(inFlags((error as Error).message));
  }
}

function isNumber(column: string): boolean {
  return /^\d+$/.test(column);
}

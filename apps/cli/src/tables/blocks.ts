import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import {
  type Chunks,
  type ColumnType,
  type CsvError,
  type ReadCsvOptions,
  streamCsv,
  type Table,
} from '@kindling/data';
import type { Classifier } from '@kindling/train';
import { reasonOf } from '../output/files.js';
import { plain } from '../output/plain.js';
import { inFlags } from './read-flags.js';
import { tableFor } from './read-table.js';

/** How many bytes are read at once: large enough for types to show, small enough for any machine. */
const BLOCK = 1 << 23;
/** How many rows are then predicted at once. */
const ROWS = 8192;

/** Where a table comes from, piece by piece. */
export interface TableStream {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array | string>;
}

/** A file, or standard input for `-`, to be read piece by piece. */
export function openTable(path: string, stdin: Chunks | undefined): TableStream {
  if (path === '-') {
    if (stdin === undefined) throw new Error('there is no standard input to read from');
    return { name: 'standard input', chunks: stdin as AsyncIterable<Uint8Array | string> };
  }
  if (path === '') throw new Error('the name of the table is empty');
  return { name: plain(basename(path)), chunks: fileChunks(path) };
}

async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) yield chunk as Buffer;
  } catch (error) {
    throw new Error(`cannot read ${path}: ${reasonOf(error)}`);
  }
}

/**
 * The tables of successive pieces of a file, as a model reads its columns; `source.lines` are those of the whole file.
 *
 * The first piece shows how the file is laid out. Where pieces cannot be told, as in UTF-16, the whole is one.
 */
export async function* tableBlocks(
  model: Classifier,
  { name, chunks }: TableStream,
  given: ReadCsvOptions = {},
  size = BLOCK,
): AsyncGenerator<Table> {
  const rest = chunks[Symbol.asyncIterator]();
  try {
    const { bytes, after, ended } = await firstPiece(rest, size, given.encoding);
    const table = tableFor(model, { bytes, name }, given);
    yield table;
    if (ended && after.length === 0) return;
    const { header, options } = layoutOf(model, bytes, table, given);
    // What follows is read with the header of the first piece.
    const shift = countLines(bytes) - countLines(header);
    const stream = streamCsv(following([header, after], rest), { ...options, name, batchSize: ROWS });
    for await (const part of moved(stream, shift)) {
      part.source.lines!.forEach((at, row, lines) => {
        lines[row] = at + shift;
      });
      yield part;
    }
  } finally {
    await rest.return?.();
  }
}

/** How a file is laid out that begins with such a table: its header's bytes, and what the rest is read with. */
function layoutOf(
  { spec }: Classifier,
  bytes: Uint8Array,
  { source, columns }: Table,
  given: ReadCsvOptions,
): { header: Uint8Array; options: ReadCsvOptions } {
  const { delimiter, decimal, header, lines } = source;
  const headerLines = header === true ? lines![0]! - 1 : 0;
  let end = 0;
  for (let i = 0; i < headerLines; i++) end = bytes.indexOf(10, end) + 1;
  // Whatever stands in columns that the model does not read, it is some text.
  const types = columns.map(({ name }): [string, ColumnType] => {
    const known = spec.encoder.columns.find((column) => column.name === name);
    return [name, known === undefined ? 'text' : known.kind === 'category' ? 'categorical' : (known.type ?? 'numeric')];
  });
  const orders = new Set(columns.flatMap((column) => ('dateOrder' in column ? (column.dateOrder ?? []) : [])));
  const options: ReadCsvOptions = {
    ...given,
    ...(orders.size === 1 ? { dateOrder: [...orders][0]! } : {}),
    delimiter: delimiter!,
    decimal: decimal!,
    header: header!,
    keepIndex: true,
    types: Object.fromEntries(types),
  };
  return { header: bytes.subarray(0, end), options };
}

/** Tables of a stream, whose errors say the line in the file. */
async function* moved(tables: AsyncIterable<Table>, shift: number): AsyncGenerator<Table> {
  try {
    yield* tables;
  } catch (error) {
    const { line, message } = error as CsvError;
    const place = typeof line === 'number' ? message.replace(`line ${line}`, `line ${line + shift}`) : message;
    throw new Error(inFlags(place));
  }
}

interface FirstPiece {
  readonly bytes: Uint8Array;
  /** What was read beyond it. */
  readonly after: Uint8Array;
  /** Whether nothing follows. */
  readonly ended: boolean;
}

/** At least so many bytes that end with a row, or all there are. */
async function firstPiece(
  chunks: AsyncIterator<Uint8Array | string>,
  size: number,
  encoding: ReadCsvOptions['encoding'],
): Promise<FirstPiece> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let wanted = size;
  for (;;) {
    const { value, done } = await chunks.next();
    if (done === true) return { bytes: Buffer.concat(parts, length), after: new Uint8Array(), ended: true };
    parts.push(bytesOf(value));
    length += parts.at(-1)!.length;
    if (length < wanted) continue;
    const all = Buffer.concat(parts, length);
    const end = lastRowEnd(all, encoding);
    if (end > 0) return { bytes: all.subarray(0, end), after: all.subarray(end), ended: false };
    // Without an end of a row so far it takes more bytes to find one.
    wanted = 2 * length;
  }
}

async function* following(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array | string>,
): AsyncGenerator<Uint8Array> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield bytesOf(next.value);
}

function bytesOf(chunk: Uint8Array | string): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** Where the last whole row ends: behind a line end that is in no quotes. 0 where there is none. */
function lastRowEnd(bytes: Uint8Array, encoding: ReadCsvOptions['encoding']): number {
  // UTF-16 has no line ends in single bytes.
  if (encoding?.startsWith('utf-16') === true) return 0;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 0;
  if (!bytes.includes(34)) return bytes.lastIndexOf(10) + 1;
  let end = 0;
  let quoted = false;
  let starts = true;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === 34) {
      // Quotes open at the start of a field only; two in quotes close and open again.
      if (quoted) quoted = false;
      else if (starts || bytes[i - 1] === 34) quoted = true;
    } else if (!quoted && byte === 10) end = i + 1;
    // Whatever parts fields is no letter, digit or usual mark of a text.
    starts =
      byte === 10 || byte === 13 || byte === 44 || byte === 59 || byte === 9 || byte === 124 || (starts && byte === 32);
  }
  return end;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let i = bytes.indexOf(10); i >= 0; i = bytes.indexOf(10, i + 1)) count++;
  return count;
}

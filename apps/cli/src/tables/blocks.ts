import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Chunks, ColumnType, CsvError, ReadCsvOptions, Table } from '@kindling/data';
import type { Classifier } from '@kindling/train';
import { reasonOf } from '../output/files.js';
import { plain } from '../output/plain.js';
import { tableFor } from './read-table.js';

/** How many bytes are read at once: large enough for types to show, small enough for any machine. */
const BLOCK = 1 << 23;

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
  size = BLOCK,
): AsyncGenerator<Table> {
  let first: FirstBlock | undefined;
  let line = 1;
  for await (const bytes of pieces(chunks, size)) {
    if (first === undefined) {
      const table = tableFor(model, { bytes, name });
      first = firstBlock(model, bytes, table);
      line += countLines(bytes);
      yield table;
    } else {
      const { header, headerLines, options } = first;
      // Each piece is read with the header of the first.
      const shift = line - 1 - headerLines;
      try {
        const table = tableFor(model, { bytes: Buffer.concat([header, bytes]), name }, options);
        table.source.lines!.forEach((at, row, lines) => {
          lines[row] = at + shift;
        });
        yield table;
      } catch (error) {
        throw moved(error, shift);
      }
      line += countLines(bytes);
    }
  }
  if (first === undefined) tableFor(model, { bytes: new Uint8Array(), name });
}

interface FirstBlock {
  readonly header: Uint8Array;
  readonly headerLines: number;
  readonly options: ReadCsvOptions;
}

/** What later pieces are read with. */
function firstBlock(model: Classifier, bytes: Uint8Array, table: Table): FirstBlock {
  const { delimiter, decimal, header, lines } = table.source;
  const headerLines = header === true ? lines![0]! - 1 : 0;
  let end = 0;
  for (let i = 0; i < headerLines; i++) end = bytes.indexOf(10, end) + 1;
  // What was plainly read is declared, so that it is read once.
  const types = model.spec.encoder.columns.flatMap(({ kind, name }): [string, ColumnType][] => {
    if (kind === 'category') return [[name, 'categorical']];
    const { type, reason } = table.column(name);
    return type === 'numeric' && /^(?:every value is a number|as declared)$/.test(reason) ? [[name, 'numeric']] : [];
  });
  const options = { delimiter: delimiter!, decimal: decimal!, header: header!, types: Object.fromEntries(types) };
  return { header: bytes.subarray(0, end), headerLines, options };
}

/** An error of a piece with its line in the file. */
function moved(error: unknown, shift: number): unknown {
  const { line, message } = error as CsvError;
  if (typeof line !== 'number') return error;
  return new Error(message.replace(`line ${line}`, `line ${line + shift}`));
}

/** Pieces of at least so many bytes that end with a row, the last one aside. */
async function* pieces(chunks: AsyncIterable<Uint8Array | string>, size: number): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let wanted = size;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    parts.push(bytes);
    length += bytes.length;
    if (length < wanted) continue;
    const all = Buffer.concat(parts, length);
    const end = lastRowEnd(all);
    if (end > 0) yield all.subarray(0, end);
    const rest = all.subarray(end);
    parts = [rest];
    length = rest.length;
    // Without an end of a row so far it takes more bytes to find one.
    wanted = end > 0 ? size : 2 * all.length;
  }
  if (length > 0) yield Buffer.concat(parts, length);
}

/** Where the last whole row ends: behind a line end that is in no quotes. 0 where there is none. */
function lastRowEnd(bytes: Uint8Array): number {
  // UTF-16 has no line ends in single bytes.
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

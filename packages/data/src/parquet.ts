/**
 * Parquet files as tables, for programs that need them: they bring a reader of their own.
 *
 * @module
 */
import { aRecord, checkOptions, clean, describe, type Known, strings, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import {
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from 'hyparquet';
import { CsvError } from './csv/errors.js';
import { type CsvSource, readSource } from './csv/read-csv.js';
import { builtIn } from './images/built-in.js';
import type { Column, ColumnType } from './table/column.js';
import { fitColumns } from './table/fit-columns.js';
import { columnFrom } from './table/from-rows.js';
import { Table } from './table/table.js';
import { TableStream } from './table/table-stream.js';

/** What {@link readParquet} may be told. */
export interface ReadParquetOptions {
  /** The columns that are read; all by default. */
  readonly columns?: readonly string[];
  /** Functions that decompress what is not compressed by Snappy, by codec: those of the package hyparquet-compressors. */
  readonly compressors?: Compressors;
  /** What messages call the file. */
  readonly name?: string;
}

/** What {@link streamParquet} may be told. */
export interface StreamParquetOptions extends ReadParquetOptions {
  /** How many rows a table has; 1024 by default. */
  readonly batchSize?: number;
}

const known: Known<ReadParquetOptions> = { columns: strings, compressors: aRecord, name: 'string' };

interface Opened {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly name: string | undefined;
  readonly close: () => Promise<void>;
}

/**
 * Reads a Parquet file as a {@link Table}: a path, a URL object, a `File` or `Blob`, a `Response`, a stream, or bytes. Columns keep the types
 * that the file gives them; whole numbers beyond 2^53 become texts.
 *
 * @throws `CsvError` where the file cannot be read, is no Parquet, is compressed in a way that nobody decompresses, or a column holds lists or
 * objects; `ArgumentError` for unknown options and columns that are not there.
 * @example
 * ```ts no-run there is no such file
 * import { readParquet } from '@kindling/data/parquet';
 *
 * const table = await readParquet('measurements.parquet', { columns: ['age', 'income'] });
 * ```
 */
export async function readParquet(source: CsvSource, options: ReadParquetOptions = {}): Promise<Table> {
  const where = 'readParquet';
  checkOptions(ArgumentError, where, options, known);
  const opened = await open(where, source, options);
  try {
    const columns = await readRows(where, opened, options, 0, Number(opened.metadata.num_rows));
    return new Table(columns, { source: opened.name === undefined ? {} : { name: opened.name } });
  } finally {
    await opened.close();
  }
}

/**
 * Reads a Parquet file of any size in parts, a group of its rows in memory at a time, as `streamCsv` does CSV. Files, `File`s and `Blob`s are
 * read where they are; others are held as they are compressed.
 *
 * @throws `ArgumentError` for unknown options; while iterating, `CsvError` as `readParquet` does.
 * @example
 * ```ts no-run there is no such file
 * import { streamParquet } from '@kindling/data/parquet';
 *
 * for await (const table of streamParquet('measurements.parquet', { batchSize: 512 })) console.log(table.rows);
 * ```
 */
export function streamParquet(source: CsvSource, options: StreamParquetOptions = {}): TableStream {
  const where = 'streamParquet';
  checkOptions(ArgumentError, where, options, { ...known, batchSize: 'number' });
  const { batchSize = 1024 } = options;
  if (!Number.isSafeInteger(batchSize) || batchSize < 1)
    wrong(ArgumentError, where, 'batchSize', 'a whole number from 1', batchSize);
  let types: Map<string, ColumnType> | undefined;
  async function* tables(): AsyncGenerator<Table> {
    const opened = await open(where, source, options);
    const { metadata, name } = opened;
    try {
      let from = 0;
      for (const group of metadata.row_groups) {
        const rows = Number(group.num_rows);
        if (rows === 0) continue;
        const read = await readRows(where, opened, options, from, from + rows);
        types ??= new Map(read.map((column) => [column.name, column.type]));
        const columns = fitColumns(read, types, rows, (column, problem) => {
          throw new CsvError(name, null, clean(column), problem);
        });
        yield new Table(columns, { source: name === undefined ? {} : { name } });
        from += rows;
      }
    } finally {
      await opened.close();
    }
  }
  return new TableStream(tables, batchSize);
}

async function open(where: string, source: CsvSource, options: ReadParquetOptions): Promise<Opened> {
  const { file, close, name: own } = await fileOf(where, source);
  const name = options.name ?? own;
  try {
    const metadata = await parquetMetadataAsync(file);
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    const absent = options.columns?.find((column) => !names.includes(column));
    if (absent !== undefined)
      throw new ArgumentError(
        `${where}: no column ${describe(absent)}; there are: ${names.slice(0, 20).map(clean).join(', ')}`,
      );
    return { file, metadata, name, close };
  } catch (error) {
    await close();
    if (error instanceof ArgumentError) throw error;
    throw new CsvError(
      name,
      null,
      null,
      `this is no Parquet file that can be read: ${clean((error as Error).message)}`,
    );
  }
}

async function fileOf(
  where: string,
  source: CsvSource,
): Promise<{ file: AsyncBuffer; name?: string; close: () => Promise<void> }> {
  const tag = Object.prototype.toString.call(source).slice(8, -1);
  const close = async (): Promise<void> => undefined;
  if (tag === 'Blob' || tag === 'File') {
    const blob = source as Blob;
    const file = { byteLength: blob.size, slice: (from: number, to?: number) => blob.slice(from, to).arrayBuffer() };
    return tag === 'File' ? { file, close, name: (source as File).name } : { file, close };
  }
  const files = typeof source === 'string' && !/^https?:\/\//i.test(source) ? builtIn('node:fs') : undefined;
  if (files?.statSync(source as string, { throwIfNoEntry: false })?.isFile() === true) {
    const path = source as string;
    const handle = await files.promises.open(path);
    const { size } = await handle.stat();
    const file = {
      byteLength: size,
      async slice(from: number, to = size) {
        const bytes = new Uint8Array(to - from);
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
        return bytes.buffer.slice(0, bytesRead);
      },
    };
    return { file, name: path.replace(/^.*[/\\]/, ''), close: () => handle.close() };
  }
  const { bytes, ...named } = await readSource(where, source);
  const buffer = bytes.slice().buffer as ArrayBuffer;
  return { file: buffer, close, ...named };
}

/** Some rows, column by column. */
async function readRows(
  where: string,
  { file, metadata, name }: Opened,
  { columns, compressors }: ReadParquetOptions,
  rowStart: number,
  rowEnd: number,
): Promise<Column[]> {
  const parts = new Map<string, { from: number; values: ArrayLike<unknown> }[]>();
  try {
    await parquetRead({
      file,
      metadata,
      rowStart,
      rowEnd,
      ...(columns === undefined ? {} : { columns: [...columns] }),
      ...(compressors === undefined ? {} : { compressors }),
      onChunk: ({ columnName, columnData, rowStart: from }) => {
        const list = parts.get(columnName) ?? [];
        parts.set(columnName, list);
        list.push({ from, values: columnData as ArrayLike<unknown> });
      },
    });
  } catch (error) {
    throw new CsvError(name, null, null, `${where}: ${clean((error as Error).message)}`);
  }
  const names = columns ?? parquetSchema(metadata).children.map(({ element }) => element.name);
  return names.map((column) => {
    const values = new Array<unknown>(rowEnd - rowStart).fill(null);
    for (const part of parts.get(column) ?? []) {
      for (let i = 0; i < part.values.length; i++) {
        const row = part.from + i;
        if (row >= rowStart && row < rowEnd) values[row - rowStart] = part.values[i] ?? null;
      }
    }
    try {
      return columnFrom(column, withoutBigInts(values));
    } catch (error) {
      throw new CsvError(name, null, clean(column), (error as Error).message.replace(/^Table\.from: /, ''));
    }
  });
}

/** Whole numbers of 64 bits as numbers, or all as texts where a number cannot hold one. */
function withoutBigInts(values: unknown[]): unknown[] {
  if (!values.some((value) => typeof value === 'bigint')) return values;
  const safe = values.every((value) => typeof value !== 'bigint' || Number.isSafeInteger(Number(value)));
  return values.map((value) => (typeof value === 'bigint' ? (safe ? Number(value) : String(value)) : value));
}

import { clean, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { builtIn } from '../images/built-in.js';
import type { Table } from '../table/table.js';
import { CsvError } from './errors.js';
import { checkReadOptions, type ReadCsvOptions } from './options.js';
import { parseTable } from './parse-table.js';

/** Chunks of bytes or text as they come: a stream of a page or of Node, such as standard input. */
export type Chunks = AsyncIterable<Uint8Array | string> | ReadableStream<Uint8Array | string>;

/**
 * Where a table can be read from: a path (Node), a URL object, a `File` or `Blob`, a `Response`, a stream such as
 * `process.stdin`, bytes, or the text itself, known from a path by its line ends.
 */
export type CsvSource = string | URL | Blob | Response | Chunks | Uint8Array | ArrayBuffer;

/**
 * Reads a CSV file as a {@link Table}; delimiter, header, missing values and types are found out, or as the options say.
 *
 * @throws {@link CsvError} as `parseTable` does, and where a file cannot be read.
 * @example
 * ```ts
 * import { readCsv } from '@kindling/data';
 *
 * const table = await readCsv('age,town,bought\n31,Ulm,yes\nNA,Bonn,no\n52,Ulm,yes\n');
 * console.log(table.shape, table.column('age').type, table.labels('bought')); // => [ 3, 3 ] numeric [ 'yes', 'no', 'yes' ]
 * console.log(table.missing()); // => { age: 1, town: 0, bought: 0 }
 * ```
 */
export async function readCsv(source: CsvSource, options: ReadCsvOptions = {}): Promise<Table> {
  checkReadOptions('readCsv', options);
  if (typeof source === 'string' && /[\r\n]/.test(source)) return parseTable(source, options);
  const { bytes, name } = await readSource('readCsv', source);
  return parseTable(bytes, { ...(name === undefined ? {} : { name }), ...options });
}

/** All bytes of a source, and the name of its file. */
export async function readSource(where: string, source: CsvSource): Promise<{ bytes: Uint8Array; name?: string }> {
  // What stands here may be of another realm, as in a test runner's: `instanceof` would not know it.
  const tag = Object.prototype.toString.call(source).slice(8, -1);
  if (tag === 'String' || tag === 'URL') return readNamed(where, source as string | URL);
  if (tag === 'Uint8Array') return { bytes: source as Uint8Array };
  if (tag === 'ArrayBuffer') return { bytes: new Uint8Array(source as ArrayBuffer) };
  if (tag === 'Blob' || tag === 'File') {
    const bytes = new Uint8Array(await (source as Blob).arrayBuffer());
    return tag === 'File' ? { bytes, name: (source as File).name } : { bytes };
  }
  if (tag === 'Response') return readResponse(source as Response);
  if (isChunks(source)) return { bytes: await collect(where, source) };
  throw new ArgumentError(`${where}: expects a path, a URL, a File, a stream or text, got ${describe(source)}`);
}

async function readNamed(where: string, source: string | URL): Promise<{ bytes: Uint8Array; name: string }> {
  const url = typeof source === 'string' ? undefined : source;
  if (url !== undefined && url.protocol !== 'file:') return readResponse(await fetch(url));
  if (typeof source === 'string' && /^https?:\/\//i.test(source)) {
    throw new ArgumentError(`${where}: a web address is read as new URL(${JSON.stringify(clean(source))})`);
  }
  const files = builtIn('node:fs');
  if (files === undefined) {
    throw new ArgumentError(`${where}: a page has no paths; pass a File, a stream, a URL object or the text itself`);
  }
  const path = url ?? String(source);
  if (path === '') throw new ArgumentError(`${where}: the path is empty`);
  const name = clean(String(url?.pathname ?? source).replace(/^.*[/\\]/, ''));
  try {
    return { bytes: await files.promises.readFile(path), name };
  } catch (error) {
    const { code } = error as { code?: string };
    const reasons: Record<string, string> = { ENOENT: 'no such file', EISDIR: 'it is a folder', EACCES: 'not allowed' };
    throw new CsvError(name, null, null, `cannot be read: ${reasons[code ?? ''] ?? (error as Error).message}`);
  }
}

async function readResponse(response: Response): Promise<{ bytes: Uint8Array; name: string }> {
  const name = clean(response.url.replace(/[?#].*$/, '').replace(/^.*\//, '')) || 'the response';
  if (!response.ok)
    throw new CsvError(name, null, null, `the server answered ${response.status} ${clean(response.statusText)}`.trim());
  return { bytes: new Uint8Array(await response.arrayBuffer()), name };
}

export function isChunks(source: unknown): source is Chunks {
  return typeof source === 'object' && source !== null && (Symbol.asyncIterator in source || 'getReader' in source);
}

/** The chunks of a stream as bytes. */
export async function* chunksOf(where: string, source: Chunks): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const chunk of Symbol.asyncIterator in source ? source : readStream(source)) {
    if (typeof chunk === 'string') yield encoder.encode(chunk);
    else if (ArrayBuffer.isView(chunk)) yield chunk as Uint8Array;
    else throw new ArgumentError(`${where}: a stream must give bytes or text, got ${describe(chunk)}`);
  }
}

/** A stream in browsers where it cannot be iterated. */
async function* readStream<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    reader.releaseLock();
  }
}

async function collect(where: string, source: Chunks): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(where, source)) {
    chunks.push(chunk);
    size += chunk.length;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

import { wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { builtIn } from '../images/built-in.js';
import { type CsvEncoding, encodingOf, Utf8Decoder } from './decode.js';
import { CsvError } from './errors.js';
import { whatElse } from './not-csv.js';
import { type Chunks, type CsvSource, chunksOf, isChunks, readSource } from './read-csv.js';

/** How many bytes are read at once. */
const BLOCK = 1 << 20;

/** A source that is read in parts: what `readCsv` takes, or a function that opens it again for each epoch. */
export type StreamSource = CsvSource | (() => CsvSource | Promise<CsvSource>);

/** A source's bytes in parts, and what it is called. */
export interface Opened {
  readonly name: string | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Opens sources one time after the other; throws at the second time for what can be read once only. */
export function opener(where: string, source: StreamSource, text = /[\r\n]/): () => Promise<Opened> {
  const kind = Object.prototype.toString.call(source).slice(8, -1);
  const known =
    typeof source === 'string' ||
    typeof source === 'function' ||
    isChunks(source) ||
    /^(Blob|File|Response|URL|ArrayBuffer|Uint8Array|ReadableStream)$/.test(kind);
  if (!known)
    wrong(
      ArgumentError,
      where,
      'the source',
      'a path, a text, a URL, a File, bytes, a stream or a function that opens one',
      source,
    );
  let used = false;
  return async () => {
    if (typeof source === 'function') return open(where, await source(), text);
    const once = isChunks(source) || Object.prototype.toString.call(source) === '[object Response]';
    if (once && used) {
      throw new ArgumentError(
        `${where}: a stream can be read once only; give a path, a File, or a function that opens the stream again`,
      );
    }
    used = true;
    return open(where, source, text);
  };
}

async function open(where: string, source: CsvSource, text: RegExp): Promise<Opened> {
  const tag = Object.prototype.toString.call(source).slice(8, -1);
  if (typeof source === 'string' && (text.test(source) || /[\r\n]/.test(source)))
    return { name: undefined, chunks: pieces(new TextEncoder().encode(source)) };
  const isFile = typeof source === 'string' || (source instanceof URL && source.protocol === 'file:');
  const files = isFile ? builtIn('node:fs') : undefined;
  if (files !== undefined && !/^https?:\/\//i.test(String(source)) && source !== '')
    return { name: nameOf(source as string | URL), chunks: fileChunks(files, source as string | URL) };
  if (tag === 'Blob' || tag === 'File') {
    const name = tag === 'File' ? (source as File).name : undefined;
    return { name, chunks: blobChunks(source as Blob) };
  }
  if (source instanceof URL || tag === 'Response') {
    const response = tag === 'Response' ? (source as Response) : await fetch(source as URL);
    if (response.ok && response.body !== null) {
      const name = response.url.replace(/[?#].*$/, '').replace(/^.*\//, '') || 'the response';
      return { name, chunks: chunksOf(where, response.body as Chunks) };
    }
    const { bytes, name } = await readSource(where, response);
    return { name, chunks: pieces(bytes) };
  }
  if (isChunks(source)) return { name: undefined, chunks: chunksOf(where, source) };
  const { bytes, name } = await readSource(where, source);
  return { name, chunks: pieces(bytes) };
}

function nameOf(path: string | URL): string {
  return String(path instanceof URL ? path.pathname : path).replace(/^.*[/\\]/, '');
}

/** A file's bytes in parts; it is closed also where nobody reads to its end. */
async function* fileChunks(files: typeof import('node:fs'), path: string | URL): AsyncGenerator<Uint8Array> {
  const reasons: Record<string, string> = { ENOENT: 'no such file', EISDIR: 'it is a folder', EACCES: 'not allowed' };
  try {
    const file = await files.promises.open(path);
    try {
      for (;;) {
        // A new array each time, as the rest of the last one may still be needed.
        const { bytesRead, buffer } = await file.read(new Uint8Array(BLOCK), 0, BLOCK);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined || reasons[code] === undefined) throw error;
    throw new CsvError(nameOf(path), null, null, `cannot be read: ${reasons[code]}`);
  }
}

async function* blobChunks(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += BLOCK) {
    yield new Uint8Array(await blob.slice(at, at + BLOCK).arrayBuffer());
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += BLOCK) yield bytes.subarray(at, at + BLOCK);
}

/** Chunks of any encoding as valid UTF-8 without a mark, each with whole lines as far as `lastEnd` finds them. */
export async function* linesOf(
  { chunks, name }: Opened,
  asked: CsvEncoding | undefined,
  lastEnd: (bytes: Uint8Array) => number,
): AsyncGenerator<Uint8Array> {
  let decoder: Utf8Decoder | undefined;
  let rest: Uint8Array = new Uint8Array(0);
  let any = false;
  for await (const chunk of largeChunks(chunks)) {
    if (decoder === undefined) {
      const other = whatElse(chunk);
      if (other !== undefined && !other.startsWith('JSON')) throw new CsvError(name, null, null, `this is ${other}`);
      decoder = new Utf8Decoder(encodingOf(chunk, asked), name);
    }
    const text = decoder.decode(chunk);
    if (text.indexOf(0) >= 0) throw new CsvError(name, null, null, 'a NUL character, which no text has');
    const joined = join(rest, text);
    const end = lastEnd(joined);
    if (end > 0) {
      any = true;
      yield joined.subarray(0, end);
    }
    // A copy, as the source may use its memory again.
    rest = new Uint8Array(joined.subarray(end));
  }
  if (decoder !== undefined) rest = join(rest, decoder.end());
  if (!any && rest.length === 0) throw new CsvError(name, null, null, 'the file is empty');
  if (rest.length === 0) return;
  const last = rest.at(-1);
  yield last === 10 || last === 13 ? rest : join(rest, Uint8Array.of(10));
}

/** The same bytes in chunks that are worth the while, such as a pipe does not give. */
async function* largeChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < BLOCK) continue;
    yield gather(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield gather(waiting);
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  return gather([a, b]);
}

function gather(parts: readonly Uint8Array[]): Uint8Array {
  const some = parts.filter((part) => part.length > 0);
  if (some.length === 1) return some[0]!;
  const out = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

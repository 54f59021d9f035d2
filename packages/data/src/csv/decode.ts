import { clean } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { CsvError } from './errors.js';

/** How the bytes of a file become text. */
export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1' | 'windows-1252';

const KNOWN: readonly CsvEncoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'latin1', 'windows-1252'];
const BLOCK = 1 << 20;

/** The encoding that a mark at the start of a file names, or the one that is asked for. */
export function encodingOf(bytes: Uint8Array, asked: CsvEncoding | undefined): { encoding: CsvEncoding; mark: number } {
  if (asked !== undefined && !KNOWN.includes(asked)) {
    throw new ArgumentError(`readCsv: encoding must be one of ${KNOWN.join(', ')}, got ${clean(String(asked))}`);
  }
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe && (asked === undefined || asked === 'utf-16le'))
    return { encoding: 'utf-16le', mark: 2 };
  if (a === 0xfe && b === 0xff && (asked === undefined || asked === 'utf-16be'))
    return { encoding: 'utf-16be', mark: 2 };
  const mark = a === 0xef && b === 0xbb && c === 0xbf && (asked ?? 'utf-8') === 'utf-8' ? 3 : 0;
  return { encoding: asked ?? 'utf-8', mark };
}

/** A file's bytes as valid UTF-8 without a mark; throws where they are not valid in their encoding. */
export function toUtf8(
  bytes: Uint8Array,
  asked: CsvEncoding | undefined,
  name: string | undefined,
): { bytes: Uint8Array; encoding: CsvEncoding } {
  const { encoding, mark } = encodingOf(bytes, asked);
  const body = bytes.subarray(mark);
  if (encoding === 'utf-8') {
    checkUtf8(body, name);
    return { bytes: body, encoding };
  }
  if (encoding === 'latin1') return { bytes: fromLatin1(body), encoding };
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    return { bytes: encoded(decoder.decode(body), encoding), encoding };
  } catch {
    throw new CsvError(name, lineOfBadUnit(body, encoding), null, `the bytes are not valid ${encoding.toUpperCase()}`);
  }
}

/** The line of the first half of a letter in UTF-16, or of a byte too many at the end. */
function lineOfBadUnit(body: Uint8Array, encoding: CsvEncoding): number | null {
  if (!encoding.startsWith('utf-16')) return null;
  const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0];
  const unit = (i: number): number => (body[i + low]! | (body[i + high]! << 8)) >>> 0;
  let line = 1;
  for (let i = 0; i + 1 < body.length; i += 2) {
    const here = unit(i);
    const next = i + 3 < body.length ? unit(i + 2) : 0;
    if (here === 10 || (here === 13 && next !== 10)) line++;
    else if (here >> 10 === 0x36 && next >> 10 === 0x37) i += 2;
    else if (here >> 11 === 0x1b) return line;
  }
  return line;
}

function fromLatin1(body: Uint8Array): Uint8Array {
  const high = body.reduce((count, byte) => count + (byte >> 7), 0);
  const out = new Uint8Array(body.length + high);
  let at = 0;
  for (const byte of body) {
    if (byte < 128) out[at++] = byte;
    else {
      out[at++] = 0xc0 | (byte >> 6);
      out[at++] = 0x80 | (byte & 63);
    }
  }
  return out;
}

function encoded(text: string, encoding: CsvEncoding): Uint8Array {
  return new TextEncoder().encode(encoding === 'windows-1252' ? withWindows1252(text) : text);
}

/** Makes valid UTF-8 of a file's bytes as they come; throws where they are not valid in their encoding. */
export class Utf8Decoder {
  private readonly encoding: CsvEncoding;
  private readonly name: string | undefined;
  private readonly decoder: TextDecoder;
  /** Bytes of the mark that are still to come. */
  private mark: number;
  private line = 1;
  /** Bytes of a letter whose others are still to come. */
  private rest: Uint8Array<ArrayBufferLike> = new Uint8Array(0);

  constructor({ encoding, mark }: { encoding: CsvEncoding; mark: number }, name: string | undefined) {
    this.encoding = encoding;
    this.mark = mark;
    this.name = name;
    const label = encoding === 'latin1' ? 'utf-8' : encoding;
    this.decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  }

  decode(chunk: Uint8Array): Uint8Array {
    const { encoding } = this;
    const body = chunk.subarray(this.mark);
    this.mark = Math.max(0, this.mark - chunk.length);
    if (encoding === 'latin1') return fromLatin1(body);
    try {
      const text = this.decoder.decode(body, { stream: true });
      if (encoding !== 'utf-8') return encoded(text, encoding);
    } catch {
      this.fail(body);
    }
    for (let at = body.indexOf(10); at >= 0; at = body.indexOf(10, at + 1)) this.line++;
    this.rest = body.slice(-3);
    return body;
  }

  /** What is left at the end: nothing, as half a letter is an error. */
  end(): Uint8Array {
    try {
      this.decoder.decode();
    } catch {
      this.fail(new Uint8Array(0));
    }
    return new Uint8Array(0);
  }

  private fail(chunk: Uint8Array): never {
    const { encoding, name, rest } = this;
    if (encoding !== 'utf-8') throw new CsvError(name, null, null, `the bytes are not valid ${encoding.toUpperCase()}`);
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    // The rest may begin in the middle of a letter, which was valid.
    let from = 0;
    while (from < rest.length && bytes[from]! >> 6 === 2) from++;
    failUtf8(bytes.subarray(from), this.line - lineAt(rest, rest.length) + lineAt(rest, from), name);
  }
}

/** What windows-1252 has from 0x80 to 0x9f; five of the bytes are what they are in latin1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Node 20.19 decodes windows-1252 as latin1; text that was decoded rightly stays as it is. */
function withWindows1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80]!);
}

function checkUtf8(bytes: Uint8Array, name: string | undefined): void {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for (let i = 0; i < bytes.length; i += BLOCK) decoder.decode(bytes.subarray(i, i + BLOCK), { stream: true });
    decoder.decode();
  } catch {
    failUtf8(bytes, 1, name);
  }
}

/** Throws for the first byte that is not valid; the first line is `line`. */
function failUtf8(bytes: Uint8Array, line: number, name: string | undefined): never {
  const at = firstInvalid(bytes);
  const byte = `0x${bytes[at]!.toString(16).padStart(2, '0')}`;
  const wide = utf16Without(bytes);
  const remedy =
    wide === undefined
      ? "where the file came from Windows, say encoding: 'windows-1252' (or 'latin1')"
      : `is this UTF-16 without a mark? Say encoding: '${wide}'`;
  throw new CsvError(name, line - 1 + lineAt(bytes, at), null, `the byte ${byte} is not valid UTF-8; ${remedy}`);
}

/** Which UTF-16 bytes seem to be that have no mark: every other one is zero. */
export function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = bytes.subarray(0, 1000);
  const zeros = [0, 0];
  for (const [i, byte] of start.entries()) if (byte === 0) zeros[i & 1]!++;
  const [even, odd] = zeros as [number, number];
  return even + odd <= start.length / 4 ? undefined : even > odd ? 'utf-16be' : 'utf-16le';
}

/** The place of the first byte that begins no valid UTF-8 sequence. */
function firstInvalid(bytes: Uint8Array): number {
  const tail = (at: number): boolean => (bytes[at] ?? 0) >> 6 === 2;
  let i = 0;
  while (i < bytes.length) {
    const a = bytes[i]!;
    const b = bytes[i + 1] ?? 0;
    if (a < 0x80) i += 1;
    else if (a >= 0xc2 && a <= 0xdf && tail(i + 1)) i += 2;
    else if (a >> 4 === 0xe && tail(i + 1) && tail(i + 2) && !(a === 0xe0 && b < 0xa0) && !(a === 0xed && b > 0x9f))
      i += 3;
    else if (
      a >= 0xf0 &&
      a <= 0xf4 &&
      tail(i + 1) &&
      tail(i + 2) &&
      tail(i + 3) &&
      !(a === 0xf0 && b < 0x90) &&
      !(a === 0xf4 && b > 0x8f)
    )
      i += 4;
    else return i;
  }
  return bytes.length - 1;
}

/** The line, from 1, of a byte. */
export function lineAt(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) {
    if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line++;
  }
  return line;
}

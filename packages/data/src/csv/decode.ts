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
  if (encoding === 'latin1') {
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
    return { bytes: out, encoding };
  }
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    const text = decoder.decode(body);
    return { bytes: new TextEncoder().encode(encoding === 'windows-1252' ? withWindows1252(text) : text), encoding };
  } catch {
    throw new CsvError(name, null, null, `the bytes are not valid ${encoding.toUpperCase()}`);
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
    const at = firstInvalid(bytes);
    const line = lineAt(bytes, at);
    const byte = `0x${bytes[at]!.toString(16).padStart(2, '0')}`;
    throw new CsvError(
      name,
      line,
      null,
      `the byte ${byte} is not valid UTF-8; where the file came from Windows, say encoding: 'windows-1252' (or 'latin1')`,
    );
  }
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

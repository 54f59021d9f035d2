import { crc32 } from './crc32.js';
import { bytesOf } from './dtypes.js';
import { SafetensorsError } from './error.js';
import { type Header, headerLength, PREFIX, parseHeader } from './header.js';

/** The key of the checksum in the metadata, and where its eight digits stand in files that are written here. */
const CHECKSUM = 'kindling_crc32';
const OPENING = `{"__metadata__":{"${CHECKSUM}":"`;
const AT = PREFIX + OPENING.length;
const DIGITS = 8;

/** What is stored of one tensor or array. */
export interface Stored {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** A file that has been checked. */
export interface Opened extends Header {
  /** The bytes behind the header. */
  readonly data: Uint8Array;
  /** Whether there was a checksum, which then was right. */
  readonly checked: boolean;
}

/** The whole file. Wide elements come first, so that every tensor is aligned. */
export function writeFile(stored: readonly Stored[], metadata: Readonly<Record<string, string>>): Uint8Array {
  const inOrder = [...stored].sort((a, b) => bytesOf(b.type)! - bytesOf(a.type)!);
  // Written piece by piece: an object would put names that are numbers before the checksum.
  const pairs = Object.entries(metadata).map(([key, text]) => `${JSON.stringify(key)}:${JSON.stringify(text)}`);
  const members = [`${OPENING.slice(1)}${[`${'0'.repeat(DIGITS)}"`, ...pairs].join(',')}}`];
  let at = 0;
  for (const { name, type, shape, bytes } of inOrder) {
    const entry = { dtype: type, shape, data_offsets: [at, at + bytes.length] };
    members.push(`${JSON.stringify(name)}:${JSON.stringify(entry)}`);
    at += bytes.length;
  }
  const json = `{${members.join(',')}}`;
  const header = new TextEncoder().encode(json);
  const length = Math.ceil(header.length / 8) * 8;
  const file = new Uint8Array(PREFIX + length + at);
  new DataView(file.buffer).setUint32(0, length, true);
  file.set(header, PREFIX);
  file.fill(0x20, PREFIX + header.length, PREFIX + length);
  at = PREFIX + length;
  for (const { bytes } of inOrder) {
    file.set(bytes, at);
    at += bytes.length;
  }
  file.set(new TextEncoder().encode(digits(crc32(file))), AT);
  return file;
}

/** Checks a whole file: its header, that its bytes are all there, and its checksum where it has one. */
export function openFile(file: Uint8Array): Opened {
  const length = headerLength(file, file.length);
  const data = file.subarray(PREFIX + length);
  const header = parseHeader(file.subarray(PREFIX, PREFIX + length), data.length);
  const said = header.metadata[CHECKSUM];
  // A file that another program wrote anew has the key elsewhere; what it says is then of other bytes.
  const ours = said !== undefined && new TextDecoder().decode(file.subarray(PREFIX, AT)) === OPENING;
  if (ours) {
    const found = digits(checksumWithout(file));
    if (found !== said) {
      throw new SafetensorsError(
        `safetensors: the checksum is ${found}, and the file says ${said.slice(0, DIGITS)}: it was damaged`,
      );
    }
  }
  return { ...header, data, checked: ours };
}

/** The checksum of a file with zeros where its own checksum stands. */
function checksumWithout(file: Uint8Array): number {
  const zeros = new TextEncoder().encode('0'.repeat(DIGITS));
  return crc32(file.subarray(AT + DIGITS), crc32(zeros, crc32(file.subarray(0, AT))));
}

function digits(checksum: number): string {
  return checksum.toString(16).padStart(DIGITS, '0');
}

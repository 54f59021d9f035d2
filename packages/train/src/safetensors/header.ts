import { bytesOf } from './dtypes.js';
import { SafetensorsError } from './error.js';

/** The bytes that say how long the header is. */
export const PREFIX = 8;
/** The longest header that is read: the limit of the reference implementation. */
const LONGEST = 100_000_000;
/** More dimensions than anything has. */
const MOST_DIMENSIONS = 64;

/** Where a tensor lies in the bytes behind the header. */
export interface Entry {
  /** The format's element type, such as `F32`. */
  readonly type: string;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/** A header that fits its file. */
export interface Header {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** How long the header is, checked against the size of the whole file. */
export function headerLength(prefix: Uint8Array, fileSize: number): number {
  if (fileSize < PREFIX + 2) {
    throw new SafetensorsError(
      `safetensors: the file has ${fileSize} bytes; the shortest has ${PREFIX + 2}. Was it cut off?`,
    );
  }
  const view = new DataView(prefix.buffer, prefix.byteOffset, PREFIX);
  const length = view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
  if (length > LONGEST) {
    throw new SafetensorsError(
      `safetensors: the header is said to have ${length} bytes, more than ${LONGEST}: this is no safetensors file`,
    );
  }
  if (PREFIX + length > fileSize) {
    throw new SafetensorsError(
      `safetensors: the header is said to have ${length} bytes, the file has ${fileSize}: it was cut off, or is no safetensors file`,
    );
  }
  return length;
}

/** Reads a header and checks that what it says of the `dataSize` bytes behind it is true, before anything is made of them. */
export function parseHeader(bytes: Uint8Array, dataSize: number): Header {
  const json = parseJson(bytes);
  const entries = new Map<string, Entry>();
  let metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(json)) {
    if (name === '__metadata__') metadata = checkMetadata(value);
    else if (name === '__proto__') throw new SafetensorsError('safetensors: a tensor is called "__proto__"');
    else entries.set(name, checkEntry(name, value));
  }
  checkCover(entries, dataSize);
  return { entries, metadata };
}

function parseJson(bytes: Uint8Array): object {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new SafetensorsError(
      `safetensors: the header is not JSON (${cause instanceof Error ? cause.message.slice(0, 100) : ''})`,
      { cause },
    );
  }
  if (!isObject(json)) throw new SafetensorsError('safetensors: the header is no JSON object');
  return json;
}

function checkMetadata(value: unknown): Record<string, string> {
  if (!isObject(value) || Object.values(value).some((text) => typeof text !== 'string')) {
    throw new SafetensorsError('safetensors: __metadata__ must be an object of strings');
  }
  return value as Record<string, string>;
}

function checkEntry(name: string, value: unknown): Entry {
  const what = `safetensors: "${short(name)}"`;
  if (!isObject(value)) throw new SafetensorsError(`${what} is no object with dtype, shape and data_offsets`);
  const { dtype, shape, data_offsets: offsets } = value as Record<string, unknown>;
  const size = typeof dtype === 'string' ? bytesOf(dtype) : undefined;
  if (size === undefined) {
    const found = typeof dtype === 'string' ? `the dtype ${short(dtype)}, which is not known` : 'no dtype';
    throw new SafetensorsError(`${what} has ${found}`);
  }
  if (!Array.isArray(shape) || shape.length > MOST_DIMENSIONS || !shape.every(isCount)) {
    throw new SafetensorsError(`${what} has no shape of whole numbers from 0`);
  }
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    throw new SafetensorsError(`${what} has no data_offsets of two whole numbers from 0`);
  }
  const [begin, end] = offsets as [number, number];
  // A product beyond 2^53 is not exact, but still too large.
  const wanted = (shape as number[]).reduce((product, n) => product * n, size);
  if (end - begin !== wanted) {
    throw new SafetensorsError(
      `${what} is ${String(dtype)} [${short((shape as number[]).join(', '))}], ${wanted} bytes, but has the bytes from ${begin} to ${end}`,
    );
  }
  return { type: dtype as string, shape: shape as number[], begin, end };
}

/** Every byte belongs to exactly one tensor. */
function checkCover(entries: ReadonlyMap<string, Entry>, dataSize: number): void {
  let at = 0;
  let last = 'the header';
  const inOrder = [...entries].sort(([, a], [, b]) => a.begin - b.begin || a.end - b.end);
  for (const [name, { begin, end }] of inOrder) {
    if (begin < at) throw new SafetensorsError(`safetensors: "${short(name)}" and ${last} overlap`);
    if (begin > at)
      throw new SafetensorsError(`safetensors: ${begin - at} bytes before "${short(name)}" belong to nothing`);
    at = end;
    last = `"${short(name)}"`;
  }
  if (at > dataSize) {
    throw new SafetensorsError(
      `safetensors: the tensors need ${at} bytes, and there are ${dataSize}: the file was cut off`,
    );
  }
  if (at < dataSize) throw new SafetensorsError(`safetensors: ${dataSize - at} bytes at the end belong to nothing`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Text of a file as a message can show it. */
function short(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Cs}"]/gu, '?');
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}

import { Tensor, tensor } from '@kindling/tensor-core';
import { arrayOf, TYPE_OF_ARRAY, TYPE_OF_DTYPE, toElements } from '../safetensors/dtypes.js';
import type { Opened, Stored } from '../safetensors/file.js';
import { CheckpointError } from './error.js';

/** A value that `JSON.stringify` keeps as it is. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The key of an object that stands for something JSON lacks. */
const TAG = '$kindling';
/** More levels than any state has; a reader that is called for each level must end. */
const DEEPEST = 200;

/**
 * Turns states into JSON. Tensors and typed arrays become `{ $kindling: 'tensor' | 'array', name }`, and what they hold is
 * collected to be stored under that name; numbers that JSON lacks (NaN, infinities, -0) become `{ $kindling: 'number', value }`.
 */
export class Encoder {
  private readonly reads: Promise<Stored>[] = [];
  private readonly names = new Set<string>();
  private readonly above = new Set<object>();

  /** What was collected. Every read was started when its tensor was met, so that all are of one moment. */
  stored(): Promise<Stored[]> {
    return Promise.all(this.reads);
  }

  encode(value: unknown, path: string, name = path): Json {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') {
      const plain = Number.isFinite(value) && !Object.is(value, -0);
      return plain ? value : { [TAG]: 'number', value: Object.is(value, -0) ? '-0' : String(value) };
    }
    if (value instanceof Tensor) return { [TAG]: 'tensor', name: this.tensor(value, name) };
    if (ArrayBuffer.isView(value)) return this.array(value, path, name);
    if (typeof value !== 'object')
      throw new TypeError(`saveCheckpoint: ${path} is ${describe(value)}, which cannot be saved`);
    if (this.above.has(value)) throw new TypeError(`saveCheckpoint: ${path} contains itself, which cannot be saved`);
    if (this.above.size >= DEEPEST) {
      throw new TypeError(
        `saveCheckpoint: ${short(path)} lies more than ${DEEPEST} levels deep, which cannot be saved`,
      );
    }
    this.above.add(value);
    try {
      return this.members(value, path, name);
    } finally {
      this.above.delete(value);
    }
  }

  private members(value: object, path: string, name: string): Json {
    if (Array.isArray(value)) return value.map((item, i) => this.encode(item, `${path}[${i}]`, `${name}.${i}`));
    // Scalers, encoders and dates say themselves what they are in JSON.
    const { toJSON } = value as { toJSON?: unknown };
    if (typeof toJSON === 'function') return this.encode(Reflect.apply(toJSON, value, []), path, name);
    if (!isPlain(value)) {
      throw new TypeError(`saveCheckpoint: ${path} is ${describe(value)}, which cannot be saved`);
    }
    const entries: [string, Json][] = [];
    for (const [key, item] of Object.entries(value)) {
      if (key === TAG || key === '__proto__') {
        throw new TypeError(`saveCheckpoint: ${path} has a key "${key}", which is reserved`);
      }
      if (item !== undefined) entries.push([key, this.encode(item, `${path}.${key}`, `${name}.${key}`)]);
    }
    return Object.fromEntries(entries);
  }

  private tensor(value: Tensor, wanted: string): string {
    const name = this.free(wanted);
    const { dtype, shape } = value;
    const read = async (): Promise<Stored> => {
      const { buffer, byteOffset, byteLength } = await value.data();
      const bytes = new Uint8Array(buffer, byteOffset, byteLength);
      return { name, type: TYPE_OF_DTYPE[dtype], shape: [...shape], bytes };
    };
    this.reads.push(read());
    return name;
  }

  private array(value: ArrayBufferView, path: string, wanted: string): Json {
    // An array of another realm is no instance of ours, but is tagged as one.
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    const type = Object.hasOwn(TYPE_OF_ARRAY, kind) ? TYPE_OF_ARRAY[kind] : undefined;
    if (type === undefined) throw new TypeError(`saveCheckpoint: ${path} is a ${kind}, which cannot be saved`);
    const name = this.free(wanted);
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
    this.reads.push(Promise.resolve({ name, type, shape: [(value as Uint8Array).length], bytes }));
    return { [TAG]: 'array', kind, name };
  }

  /** The name itself, or with a number where two paths read alike. */
  private free(wanted: string): string {
    let name = wanted;
    for (let i = 2; this.names.has(name) || name === '__metadata__' || name === '__proto__'; i++)
      name = `${wanted}#${i}`;
    this.names.add(name);
    return name;
  }
}

/** The state that was encoded, with tensors on the current backend. */
export function decode(value: Json, path: string, file: Opened, level = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (level > DEEPEST)
    throw new CheckpointError(`loadCheckpoint: ${short(path)} lies more than ${DEEPEST} levels deep`);
  if (Array.isArray(value)) return value.map((item, i) => decode(item, `${path}[${i}]`, file, level + 1));
  switch (value[TAG]) {
    case undefined:
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => {
          if (key === '__proto__') throw new CheckpointError(`loadCheckpoint: ${path} has a key "__proto__"`);
          return [key, decode(item, `${path}.${key}`, file, level + 1)];
        }),
      );
    case 'number':
      return decodeNumber(value.value, path);
    case 'tensor': {
      const { name, entry, bytes } = find(value, path, file);
      const { values, dtype } = toElements(name, entry.type, bytes);
      return tensor(values, { dtype }).reshape(entry.shape);
    }
    case 'array': {
      const { entry, bytes } = find(value, path, file);
      if (Object.hasOwn(TYPE_OF_ARRAY, String(value.kind)) && TYPE_OF_ARRAY[String(value.kind)] === entry.type) {
        const array = arrayOf(entry.type, bytes);
        return value.kind === 'Uint8ClampedArray' ? Uint8ClampedArray.from(array as Uint8Array) : array;
      }
      throw new CheckpointError(
        `loadCheckpoint: ${path} is said to be a ${short(String(value.kind))}, and is ${entry.type}`,
      );
    }
    default:
      throw new CheckpointError(
        `loadCheckpoint: ${path} is a ${short(JSON.stringify(value[TAG]))}, which this version does not know`,
      );
  }
}

function decodeNumber(value: Json | undefined, path: string): number {
  const number = (
    { NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY, '-Infinity': Number.NEGATIVE_INFINITY, '-0': -0 } as Record<
      string,
      number
    >
  )[String(value)];
  if (number === undefined)
    throw new CheckpointError(`loadCheckpoint: ${path} is no number as saveCheckpoint writes it`);
  return number;
}

function find({ name }: { [key: string]: Json }, path: string, file: Opened) {
  const entry = typeof name === 'string' ? file.entries.get(name) : undefined;
  if (entry === undefined) {
    throw new CheckpointError(
      `loadCheckpoint: ${path} is the tensor ${short(String(name))}, which the file does not hold`,
    );
  }
  return { name: name as string, entry, bytes: file.data.subarray(entry.begin, entry.end) };
}

/** Whether it is an object as braces make it, of this realm or another. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype === null ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'hasOwnProperty'))
  );
}

function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  return `an object of class ${(value.constructor as { name?: string } | undefined)?.name ?? 'null'}`;
}

/** A path or a text of a file as a message can show it. */
export function short(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '?');
  return clean.length > 80 ? `${clean.slice(0, 79)}…` : clean;
}

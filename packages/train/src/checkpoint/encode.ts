import { type DType, Tensor, type TypedArray, tensor } from '@kindling/tensor-core';
import { fromBase64, toBase64 } from './base64.js';

/** A value that `JSON.stringify` keeps as it is. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The key of an object that stands for something JSON lacks. */
const TAG = '$kindling';

const ARRAYS = { float32: Float32Array, float64: Float64Array, int32: Int32Array, bool: Uint8Array } as const;

/**
 * A state as JSON: tensors become `{ $kindling: 'tensor', dtype, shape, data }` with the elements in base64, little-endian;
 * numbers that JSON lacks (NaN, infinities, -0) `{ $kindling: 'number', value }`.
 */
export async function encode(value: unknown, path: string): Promise<Json> {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') {
    const plain = Number.isFinite(value) && !Object.is(value, -0);
    return plain ? value : { [TAG]: 'number', value: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (value instanceof Tensor) {
    const values = await value.data();
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    return { [TAG]: 'tensor', dtype: value.dtype, shape: [...value.shape], data: toBase64(bytes) };
  }
  // Every read is started before the first is waited for: the state is that of one moment.
  if (Array.isArray(value)) return Promise.all(value.map((item, i) => encode(item, `${path}[${i}]`)));
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    if (Object.hasOwn(value, TAG)) throw new TypeError(`saveCheckpoint: ${path} has a key "${TAG}", which is reserved`);
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(async ([key, item]) => [key, await encode(item, `${path}.${key}`)] as const);
    return Object.fromEntries(await Promise.all(entries));
  }
  throw new TypeError(`saveCheckpoint: ${path} is ${describe(value)}, which cannot be saved`);
}

/** The state that was encoded, with tensors on the current backend. */
export function decode(value: Json, path: string): unknown {
  if (Array.isArray(value)) return value.map((item, i) => decode(item, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return value;
  switch (value[TAG]) {
    case undefined:
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item, `${path}.${key}`)]));
    case 'number':
      return Number(value.value);
    case 'tensor':
      return decodeTensor(value, path);
    default:
      throw new TypeError(
        `loadCheckpoint: ${path} is a ${JSON.stringify(value[TAG])}, which this version does not know`,
      );
  }
}

function decodeTensor({ dtype, shape, data }: { [key: string]: Json }, path: string): Tensor {
  if (!Object.hasOwn(ARRAYS, String(dtype)) || !Array.isArray(shape) || typeof data !== 'string') {
    throw new TypeError(`loadCheckpoint: ${path} is no tensor as saveCheckpoint writes it`);
  }
  const sizes = shape as number[];
  const bytes = readBytes(data, path);
  const ArrayOf = ARRAYS[dtype as DType];
  const size = sizes.reduce((a, b) => a * b, 1);
  if (bytes.length !== size * ArrayOf.BYTES_PER_ELEMENT) {
    throw new RangeError(`loadCheckpoint: ${path} has ${bytes.length} bytes for ${dtype} [${sizes.join(', ')}]`);
  }
  const values: TypedArray = new ArrayOf(bytes.buffer as ArrayBuffer);
  return tensor(values, { dtype: dtype as DType }).reshape(sizes);
}

function readBytes(text: string, path: string): Uint8Array {
  try {
    return fromBase64(text);
  } catch (error) {
    throw new TypeError(`loadCheckpoint: the elements of ${path} are not base64`, { cause: error });
  }
}

function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  return `an object of class ${(value.constructor as { name?: string } | undefined)?.name ?? 'null'}`;
}

import { type DType, makeArray, type TypedArray } from '@kindling/tensor-core/backend';
import { SafetensorsError } from './error.js';

/** Arrays of numbers that a file can hold. */
export type FileArray =
  | TypedArray
  | Uint8ClampedArray
  | Int8Array
  | Int16Array
  | Uint16Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

type ArrayOf = new (buffer: ArrayBuffer, offset: number, length: number) => FileArray;

/** The format's element types: bytes an element, the arrays that hold them, and the dtype that a tensor of them gets. */
const TYPES: Readonly<Record<string, { readonly bytes: number; readonly array?: ArrayOf; readonly dtype?: DType }>> = {
  F64: { bytes: 8, array: Float64Array, dtype: 'float64' },
  F32: { bytes: 4, array: Float32Array, dtype: 'float32' },
  F16: { bytes: 2, array: Uint16Array, dtype: 'float32' },
  BF16: { bytes: 2, array: Uint16Array, dtype: 'float32' },
  I64: { bytes: 8, array: BigInt64Array, dtype: 'int32' },
  U64: { bytes: 8, array: BigUint64Array, dtype: 'int32' },
  I32: { bytes: 4, array: Int32Array, dtype: 'int32' },
  U32: { bytes: 4, array: Uint32Array, dtype: 'int32' },
  I16: { bytes: 2, array: Int16Array, dtype: 'int32' },
  U16: { bytes: 2, array: Uint16Array, dtype: 'int32' },
  I8: { bytes: 1, array: Int8Array, dtype: 'int32' },
  U8: { bytes: 1, array: Uint8Array, dtype: 'int32' },
  BOOL: { bytes: 1, array: Uint8Array, dtype: 'bool' },
};

/** What tensors of each dtype are in a file. */
export const TYPE_OF_DTYPE: Readonly<Record<DType, string>> = {
  float32: 'F32',
  float64: 'F64',
  int32: 'I32',
  bool: 'BOOL',
};

/** What arrays are in a file, by the names of their classes. */
export const TYPE_OF_ARRAY: Readonly<Record<string, string>> = {
  Float32Array: 'F32',
  Float64Array: 'F64',
  Int32Array: 'I32',
  Uint32Array: 'U32',
  Int16Array: 'I16',
  Uint16Array: 'U16',
  Int8Array: 'I8',
  Uint8Array: 'U8',
  Uint8ClampedArray: 'U8',
  BigInt64Array: 'I64',
  BigUint64Array: 'U64',
};

/** The bytes an element; `undefined` for a type that is not known. */
export function bytesOf(type: string): number | undefined {
  return Object.hasOwn(TYPES, type) ? TYPES[type]!.bytes : undefined;
}

/** The elements as the file has them, in memory of their own. */
export function arrayOf(type: string, bytes: Uint8Array): FileArray {
  const { array: ArrayClass, bytes: size } = TYPES[type]!;
  return new ArrayClass!(bytes.slice().buffer, 0, bytes.length / size);
}

/** The elements as a tensor holds them. */
export function toElements(name: string, type: string, bytes: Uint8Array): { values: TypedArray; dtype: DType } {
  const dtype = TYPES[type]!.dtype!;
  const array = arrayOf(type, bytes);
  switch (type) {
    case 'F16':
      return { values: Float32Array.from(array as Uint16Array, halfToNumber), dtype };
    case 'BF16': {
      const bits = Uint32Array.from(array as Uint16Array, (half) => half << 16);
      return { values: new Float32Array(bits.buffer), dtype };
    }
    case 'BOOL':
      return { values: (array as Uint8Array).map((byte) => (byte === 0 ? 0 : 1)), dtype };
    case 'F64':
    case 'F32':
    case 'I32':
      return { values: array as TypedArray, dtype };
    default: {
      const values = makeArray('int32', array.length);
      for (let i = 0; i < array.length; i++) {
        values[i] = Number(array[i]!);
        if (values[i] !== Number(array[i]!)) {
          throw new SafetensorsError(
            `safetensors: "${name}" holds ${array[i]} at ${i}, which does not fit int32, and tensors have no wider integers`,
          );
        }
      }
      return { values, dtype };
    }
  }
}

/** A number of 16 bits, 5 of them exponent. */
function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

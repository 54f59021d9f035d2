import { checkChoice } from '@internal/arguments';
import { ArgumentError } from './errors.js';
/** The element types: `float32` is the default, `bool` is stored as 0 and 1 in bytes. */
export type DType = 'float32' | 'float64' | 'int32' | 'bool';

/** The JavaScript arrays that hold elements, one for each {@link DType}. */
export type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;

/** From the smallest to the largest: each holds the values of those before it. */
const constructors = {
  bool: Uint8Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

const dtypes = Object.keys(constructors) as DType[];

/**
 * A zero-filled array of `size` elements for a dtype.
 *
 * @example
 * ```ts
 * import { makeArray } from '@kindling/tensor-core/backend';
 * console.log(makeArray('int32', 2)); // => Int32Array(2) [ 0, 0 ]
 * ```
 */
export function makeArray(dtype: DType, size: number): TypedArray {
  return new constructors[dtype](size);
}

/** Whether values are an array of the type that holds elements of a dtype. */
export function isArrayOf(dtype: DType, values: unknown): values is TypedArray {
  return values instanceof constructors[dtype];
}

/** A fresh array of a dtype with these values: as int32 their fractions are cut off, as bool anything but 0 is true. */
export function toArray(values: ArrayLike<number | boolean>, dtype: DType): TypedArray {
  if (dtype !== 'bool') return new constructors[dtype](values as ArrayLike<number>);
  const array = makeArray(dtype, values.length);
  for (let i = 0; i < values.length; i++) array[i] = Number(values[i]) === 0 ? 0 : 1;
  return array;
}

/**
 * The dtype whose elements an array holds; `undefined` for an array of another kind.
 *
 * @example
 * ```ts
 * import { dtypeOfArray } from '@kindling/tensor-core/backend';
 * console.log(dtypeOfArray(new Int32Array(2)), dtypeOfArray([1, 2])); // => int32 undefined
 * ```
 */
export function dtypeOfArray(array: unknown): DType | undefined {
  // Every result of a kernel is asked.
  if (array instanceof Float32Array) return 'float32';
  if (array instanceof Float64Array) return 'float64';
  if (array instanceof Int32Array) return 'int32';
  if (array instanceof Uint8Array) return 'bool';
  // An iframe, a worker's message and jsdom have typed arrays of their own.
  if (!ArrayBuffer.isView(array)) return undefined;
  const tag = Object.prototype.toString.call(array).slice(8, -1);
  return dtypes.find((dtype) => constructors[dtype].name === tag);
}

/** Throws unless numbers fit int32, whose fractions are cut off: 3e9 would become -1294967296, and NaN 0. */
export function requireInt32(name: string, values: ArrayLike<number | boolean>): void {
  for (let i = 0; i < values.length; i++) {
    const value = Math.trunc(Number(values[i]));
    if (value !== (value | 0)) {
      throw new ArgumentError(
        `${name}: int32 holds whole numbers from -2147483648 to 2147483647, not ${Number(values[i])} (element ${i})`,
      );
    }
  }
}

/**
 * Whether a dtype holds fractions, and so can carry gradients.
 *
 * @example
 * ```ts
 * import { isFloating } from '@kindling/tensor-core';
 * console.log(isFloating('float32'), isFloating('int32')); // => true false
 * ```
 */
export function isFloating(dtype: DType): boolean {
  if (dtype === 'float32' || dtype === 'float64') return true;
  if (dtype !== 'int32' && dtype !== 'bool') requireDType('isFloating', dtype);
  return false;
}

/**
 * The smaller dtype that holds the values of both: bool < int32 < float32 < float64, as `torch.promote_types`.
 *
 * @example
 * ```ts
 * import { promoteTypes } from '@kindling/tensor-core';
 * console.log(promoteTypes('int32', 'float32')); // => float32
 * ```
 */
export function promoteTypes(a: DType, b: DType): DType {
  const [p, q] = [dtypes.indexOf(a), dtypes.indexOf(b)];
  if (p < 0 || q < 0) requireDType('promoteTypes', p < 0 ? a : b);
  return p >= q ? a : b;
}

/** Throws unless an argument is the name of a dtype. */
export function requireDType(name: string, value: unknown): void {
  checkChoice(ArgumentError, name, 'the dtype', value, dtypes);
}

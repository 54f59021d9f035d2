/** Elements between memory and the device, where every dtype is a float. */
import { type DType, makeArray, type TypedArray } from '@kindling/tensor-core/backend';

/** Integers of this size and more are not all floats. */
const INEXACT = 2 ** 24;

const outside = (value: number) =>
  new Error(`gpu: int32 ${value} is outside -16777215 to 16777215, where this backend is exact`);

/** Elements as floats; throws where an integer is not one. */
export function toDevice(values: TypedArray, dtype: DType): Float32Array {
  if (dtype === 'float32') return values instanceof Float32Array ? values : new Float32Array(values);
  const floats = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) floats[i] = scalarFor(values[i]!, dtype);
  return floats;
}

/** A number as an element of a dtype: int32 cuts it, and anything but 0 is true. Throws where an integer is no float. */
export function scalarFor(value: number, dtype: DType): number {
  if (dtype === 'bool') return value === 0 ? 0 : 1;
  if (dtype !== 'int32') return value;
  const whole = Number.isFinite(value) ? Math.trunc(value) : 0;
  if (Math.abs(whole) >= INEXACT) throw outside(whole);
  return whole;
}

/** Floats as elements, in a fresh array; throws where an integer grew beyond what floats hold. */
export function fromDevice(floats: Float32Array, dtype: DType): TypedArray {
  if (dtype === 'float32') {
    // What came may be a part of a larger array, that of the whole texture.
    return floats.byteLength === floats.buffer.byteLength ? floats : floats.slice();
  }
  const values = makeArray(dtype, floats.length);
  for (let i = 0; i < floats.length; i++) {
    const value = floats[i]!;
    if (dtype === 'int32' && Math.abs(value) >= INEXACT) throw outside(value);
    values[i] = value;
  }
  return values;
}

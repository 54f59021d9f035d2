import { type DType, makeArray, type TypedArray } from '@kindling/tensor-core/backend';

const slots = new Map<DType, TypedArray>();

/** A number as an array of one element of a dtype, rounded to it; the next constant of that dtype overwrites it. */
export function constant(value: number, dtype: DType): TypedArray {
  let slot = slots.get(dtype);
  if (slot === undefined) {
    slot = makeArray(dtype, 1);
    slots.set(dtype, slot);
  }
  slot[0] = dtype === 'bool' ? Number(value !== 0) : value;
  return slot;
}

import { type DType, makeArray, type Operand, type TypedArray } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';

/** An operand as kernels and a `Walk` read it: a view, or a number, on which they stand still. */
export interface Source {
  readonly values: TypedArray;
  readonly offset: number;
  readonly strides: readonly number[];
  /** From one element to the next, if it is dense. */
  readonly step: number;
  readonly dense: boolean;
}

const slots = new Map<DType, TypedArray>();
const still: readonly number[] = [];

/**
 * A number is rounded to a dtype, in an array with a place for either operand; the next number for the place overwrites it.
 */
export function sourceOf(x: Operand, dtype: DType, place: 0 | 1): Source {
  if (typeof x !== 'number') {
    return { values: valuesOf(x), offset: x.offset, strides: x.strides, step: 1, dense: x.dense };
  }
  let values = slots.get(dtype);
  if (values === undefined) {
    values = makeArray(dtype, 2);
    slots.set(dtype, values);
  }
  values[place] = dtype === 'bool' ? Number(x !== 0) : x;
  return { values, offset: place, strides: still, step: 0, dense: true };
}

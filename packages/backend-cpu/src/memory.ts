import { type DType, makeArray, type TypedArray } from '@kindling/tensor-core/backend';

/** An array for a kernel's result. */
export function allocate(dtype: DType, size: number): TypedArray {
  return makeArray(dtype, size);
}

import type { Backend, Buffer, DType, TypedArray, View } from '@kindling/tensor-core/backend';

/** Elements in a typed array. */
export class CpuBuffer implements Buffer {
  readonly backend: Backend;
  readonly dtype: DType;
  readonly size: number;
  readonly values: TypedArray;
  version = 0;

  constructor(backend: Backend, dtype: DType, values: TypedArray) {
    this.backend = backend;
    this.dtype = dtype;
    this.size = values.length;
    this.values = values;
  }
}

/** The array that a view reads from; the view's offset and strides count its elements. */
export function valuesOf(view: View): TypedArray {
  return (view.buffer as CpuBuffer).values;
}

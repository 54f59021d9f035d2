import type { Backend, Buffer, DType, Shape, TypedArray, View } from '@kindling/tensor-core/backend';
import { isRowMajor, makeArray, rowMajorStrides, sizeOf } from '@kindling/tensor-core/backend';
import type { CpuBuffer } from '../buffer.js';
import { MorePlainBackend } from '../more/plain.js';

/** What tests compare everything with. */
export const plain = new MorePlainBackend();

/** A view of new elements; strides and offset say where in `values` its elements are. */
export function view(
  values: readonly number[] | TypedArray,
  shape: Shape,
  {
    dtype = 'float32',
    strides = rowMajorStrides(shape),
    offset = 0,
    backend = plain,
  }: { dtype?: DType; strides?: readonly number[]; offset?: number; backend?: Backend } = {},
): View {
  const array = makeArray(dtype, values.length);
  array.set(values);
  return viewOf(backend.upload(array, dtype), shape, strides, offset);
}

/** A buffer read with a shape. */
export function viewOf(
  buffer: Buffer,
  shape: Shape = [buffer.size],
  strides: readonly number[] = rowMajorStrides(shape),
  offset = 0,
): View {
  return {
    buffer,
    dtype: buffer.dtype,
    shape,
    strides,
    offset,
    count: sizeOf(shape),
    dense: isRowMajor(shape, strides),
  };
}

/** The elements of a result as numbers. */
export function list(buffer: Buffer): number[] {
  return Array.from((buffer as CpuBuffer).values);
}

/** The elements of a view in row-major order, found by index arithmetic alone. */
export function elements(x: View): number[] {
  const { values } = x.buffer as CpuBuffer;
  return indices(x.shape).map((index) => values[index.reduce((at, i, d) => at + i * x.strides[d]!, x.offset)]!);
}

/** Every index of a shape in row-major order. */
export function indices(shape: Shape): number[][] {
  return Array.from({ length: sizeOf(shape) }, (_, flat) => {
    let rest = flat;
    const index: number[] = [];
    for (let d = shape.length - 1; d >= 0; d--) {
      index[d] = rest % shape[d]!;
      rest = Math.floor(rest / shape[d]!);
    }
    return index;
  });
}

/** A stream of numbers in [0, 1) that is the same in every run. */
export function numbers(seed = 1): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `size` numbers between `low` and `high`. */
export function uniform(size: number, low = -1, high = 1, seed = 1): number[] {
  const next = numbers(seed);
  return Array.from({ length: size }, () => low + (high - low) * next());
}

/** Views of one shape that lie in memory in every way: dense, with an offset, transposed, repeated, backwards, with gaps. */
export function layouts(shape: Shape, dtype: DType = 'float32', seed = 1, backend: Backend = plain): View[] {
  const size = sizeOf(shape);
  const low = dtype === 'bool' ? 0 : -9;
  const room = uniform(4 * size + 8, low, 9, seed).map((x) => (dtype === 'bool' ? Number(x > 4) : x));
  const make = (strides: readonly number[], offset: number) => view(room, shape, { dtype, strides, offset, backend });
  const dense = rowMajorStrides(shape);
  const transposed = rowMajorStrides([...shape].reverse()).reverse();
  return [
    make(dense, 0),
    make(dense, 3),
    make(transposed, 1),
    make(
      dense.map((stride) => 2 * stride),
      2,
    ),
    make(
      dense.map((stride) => -stride),
      Math.max(size - 1, 0),
    ),
    make(
      dense.map((stride, d) => (d === 0 ? 0 : stride)),
      1,
    ),
    make(
      dense.map((stride, d) => (d === shape.length - 1 ? 0 : stride)),
      0,
    ),
    make(
      shape.map(() => 0),
      4,
    ),
  ];
}

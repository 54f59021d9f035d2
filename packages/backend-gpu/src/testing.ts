/** What the browser tests share: views of many kinds, held by two backends, and the comparison of results. */
import {
  type Backend,
  type Buffer,
  type DType,
  isRowMajor,
  makeArray,
  rowMajorStrides,
  sizeOf,
  type TypedArray,
  type View,
} from '@kindling/tensor-core/backend';

/** How a view lies in its buffer. */
export interface Place {
  readonly name: string;
  /** The number of elements of the buffer. */
  readonly held: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

const dense = (...shape: number[]): Place => ({
  name: `[${shape}]`,
  held: sizeOf(shape),
  shape,
  strides: rowMajorStrides(shape),
  offset: 0,
});

const of = (name: string, held: number, shape: number[], strides: number[], offset = 0): Place => ({
  name,
  held,
  shape,
  strides,
  offset,
});

/** Views of every kind: scalars, none, one to five dimensions, repeated, transposed, backwards, parts. */
export const places: readonly Place[] = [
  dense(),
  dense(1),
  dense(7),
  dense(0),
  dense(3, 0, 2),
  dense(2, 3),
  dense(1, 5, 1),
  dense(2, 3, 4),
  dense(2, 3, 2, 5),
  dense(2, 1, 3, 2, 2),
  dense(33, 31),
  of('a scalar of many', 9, [], [], 4),
  of('transposed', 12, [4, 3], [1, 4]),
  of('permuted', 60, [5, 3, 4], [1, 20, 5]),
  of('rows repeated', 5, [4, 5], [0, 1]),
  of('columns repeated', 4, [4, 5], [1, 0]),
  of('rows repeated, in texels', 12, [3, 8], [0, 1], 4),
  of('columns repeated, in texels', 9, [3, 8], [2, 0], 3),
  of('a part in texels', 80, [2, 3, 4], [40, 12, 1], 4),
  of('one repeated', 3, [2, 3, 2], [0, 0, 0], 2),
  of('middle repeated', 6, [2, 4, 3], [3, 0, 1]),
  of('backwards', 6, [6], [-1], 5),
  of('every other, backwards', 12, [3, 4], [4, -1], 3),
  of('both backwards', 12, [3, 4], [-4, -1], 11),
  of('a part', 40, [2, 3], [10, 2], 13),
  of('a part of 4-D', 120, [2, 2, 3, 2], [60, 20, 5, 2], 21),
  of('diagonal', 16, [4], [5]),
];

/** A generator of numbers that are the same in every run (Lehmer 1951). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Elements for a dtype: floats from -3 to 3, integers from -9 to 9, truth values. */
export function elementsFor(dtype: DType, size: number, seed = 1): TypedArray {
  const values = makeArray(dtype, size);
  const next = numbers(seed);
  for (let i = 0; i < size; i++) {
    const x = next();
    values[i] = dtype === 'bool' ? Number(x < 0.5) : dtype === 'int32' ? Math.floor(x * 19) - 9 : x * 6 - 3;
  }
  return values;
}

/** A view of a buffer. */
export function viewOf(buffer: Buffer, { shape, strides, offset }: Omit<Place, 'name' | 'held'>): View {
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

/** The whole of a buffer with a shape. */
export function denseView(buffer: Buffer, shape: readonly number[] = [buffer.size]): View {
  return viewOf(buffer, { shape, strides: rowMajorStrides(shape), offset: 0 });
}

/** Elements uploaded, and viewed in a place. */
export function place(backend: Backend, where: Place, dtype: DType = 'float32', seed = 1): View {
  return viewOf(backend.upload(elementsFor(dtype, where.held, seed), dtype), where);
}

function check(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

/** Throws where two results differ: not finite elements must be alike, others within a relative and an absolute tolerance. */
export function expectClose(
  actual: TypedArray,
  expected: TypedArray,
  what: string,
  relative = 2e-6,
  absolute = 1e-7,
): void {
  const kinds = [actual, expected].map((values) => `${values.constructor.name}(${values.length})`);
  check(kinds[0] === kinds[1], `${what}: ${kinds[0]}, not ${kinds[1]}`);
  for (let i = 0; i < expected.length; i++) {
    const a = actual[i]!;
    const e = expected[i]!;
    const finite = Number.isFinite(a) && Number.isFinite(e);
    const close = Object.is(a, e) || a === e || (finite && Math.abs(a - e) <= absolute + relative * Math.abs(e));
    check(close, `${what}: element ${i} is ${a}, not ${e}`);
  }
}

/** Runs one primitive on two backends and compares what comes out; `make` builds its operands on the backend it is given. */
export async function compare(
  backends: readonly [Backend, Backend],
  what: string,
  make: (backend: Backend) => Buffer,
  relative?: number,
  absolute?: number,
): Promise<void> {
  const [tested, trusted] = backends;
  const [a, e] = [make(tested), make(trusted)];
  check(a.dtype === e.dtype, `${what}: ${a.dtype}, not ${e.dtype}`);
  check(a.size === e.size, `${what}: ${a.size} elements, not ${e.size}`);
  const results = await Promise.all([tested.read(denseView(a)), trusted.read(denseView(e))]);
  expectClose(...results, what, relative, absolute);
}

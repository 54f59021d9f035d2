import { type Backend, type Buffer, rowMajorStrides, sizeOf, type View } from '@kindling/tensor-core/backend';

/** Rows, depth and columns of products that have full tiles, and what is left at the edges. */
const SHAPES = [
  [13, 100, 37],
  [64, 64, 64],
  [50, 300, 144],
] as const;
/** Products are compared for so many ms: V8 compiles kernels anew meanwhile, and only then with wide vectors. */
const WHILE = 20;

/** Whether two backends compute the same products, to the bit. */
export function agrees(wide: Backend, other: Backend): boolean {
  for (const end = performance.now() + WHILE; ; ) {
    for (const [m, k, n] of SHAPES) if (product(wide, m, k, n) !== product(other, m, k, n)) return false;
    if (performance.now() >= end) return true;
  }
}

/** The bits of a product's elements. */
function product(backend: Backend, m: number, k: number, n: number): string {
  const result = backend.matmul(matrix(backend, m, k, 1.7), matrix(backend, k, n, 2.3));
  const { buffer: bytes, byteOffset, length } = backend.readSync!(viewOf(result, [m, n]));
  return new Int32Array(bytes, byteOffset, length).join();
}

/** Numbers of both signs and many sizes. */
function matrix(backend: Backend, rows: number, columns: number, step: number): View {
  const values = Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(i * step) * 2 ** (i % 7));
  return viewOf(backend.upload(values, 'float32'), [rows, columns]);
}

function viewOf(buffer: Buffer, shape: readonly number[]): View {
  return {
    buffer,
    dtype: 'float32',
    shape,
    strides: rowMajorStrides(shape),
    offset: 0,
    count: sizeOf(shape),
    dense: true,
  };
}

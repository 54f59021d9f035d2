import type { BinaryOp, UnaryOp } from '@kindling/tensor-core/backend';
import { binaryOps, unaryOps } from '../wasm/elementwise.js';
import type { Engine } from '../wasm/engine.js';
import { activations } from '../wasm/matmul.js';

/**
 * c = a x b, or c += a x b for `add` 1: a is [m, k] and b [k, n], or their transposes where `transposeA` or `transposeB` is 1, all in
 * row-major order; `lda`, `ldb` and `ldc` are the elements from one row to the next as they are stored, addresses in bytes.
 */
export type Product = (
  transposeA: number,
  transposeB: number,
  m: number,
  n: number,
  k: number,
  a: number,
  lda: number,
  b: number,
  ldb: number,
  add: number,
  c: number,
  ldc: number,
) => void;

/** Smaller products, in multiplications, cost less in the kernels than a call costs. */
const LEAST = 8192;

const ADD = binaryOps.indexOf('add' satisfies BinaryOp);
/** The numbers of activations as elementwise kernels. */
const elementwise = activations.map((name) => unaryOps.indexOf(name as UnaryOp));

/** Has an engine's products computed by somebody else, where they are large and their operands lie as others take them. */
export function replaceProducts(engine: Engine, product: Product): void {
  const { kernels } = engine;
  const own = kernels.gemm;
  const gemm: typeof own = (a, aRow, aColumn, b, bRow, bColumn, c, m, n, k, add, bias, activation, work) => {
    const lda = rowOf(aRow, aColumn, m, k);
    const ldb = rowOf(bRow, bColumn, k, n);
    if (m * n * k < LEAST || lda === 0 || ldb === 0) {
      own(a, aRow, aColumn, b, bRow, bColumn, c, m, n, k, add, bias, activation, work);
      return;
    }
    let sums = add;
    if (bias !== 0 && add === 0) {
      const { floats } = engine;
      const [to, from] = [c >>> 2, bias >>> 2];
      for (let i = 0; i < m; i++) floats.copyWithin(to + i * n, from, from + n);
      sums = 1;
    }
    product(Number(lda < 0), Number(ldb < 0), m, n, k, a, Math.abs(lda), b, Math.abs(ldb), sums, c, n);
    if (bias !== 0 && add !== 0) kernels.binary(ADD, c, n, 1, bias, 0, 1, c, m, n);
    if (activation !== 0) kernels.unary(elementwise[activation]!, c, c, m * n);
  };
  Object.assign(kernels, { gemm });
}

/** The elements from one row to the next; negative where the matrix lies as its transpose, 0 where it lies otherwise. */
function rowOf(row: number, column: number, rows: number, columns: number): number {
  if (column === 1 && (row >= columns || rows === 1)) return Math.max(row, columns);
  if (row === 1 && (column >= rows || columns === 1)) return -Math.max(column, rows);
  return 0;
}

// The innermost loops of a product: a few rows of 8 columns, held in registers while k runs.
//
// A row takes two accumulators, and V8 on x64 has 15 vectors. Six rows take twelve, the two vectors of b and the repeated a
// the rest; without a fused multiply-add the product needs one too, and five rows are the most.
import { madd, zero } from './vector';

/** 1 + 2^-12, and its square, which float32 rounds. */
const NUMBER = memory.data<f32>([1.000244140625]);
const SQUARE = memory.data<f32>([-1.00048828125]);

/** Whether `madd` rounds once. */
function fused(): bool {
  const x = v128.load32_splat(NUMBER);
  return f32x4.extract_lane(madd(x, x, v128.load32_splat(SQUARE)), 0) != 0;
}

/** Rows of a tile at most. */
export const ROWS = fused() ? 6 : 5;

/**
 * c[rows, 8] = (add ? c : 0) + a[rows, k] x b[k, 8]; a is packed k by k, rows of b are ldb bytes apart, rows of c ldc.
 * The loops are functions of their own, as compiled into this they are more code, and no faster.
 */
export function tile(rows: i32, pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  switch (rows) {
    case 1: return tile1(pa, pb, ldb, k, c, ldc, add);
    case 2: return tile2(pa, pb, ldb, k, c, ldc, add);
    case 3: return tile3(pa, pb, ldb, k, c, ldc, add);
    case 4: return tile4(pa, pb, ldb, k, c, ldc, add);
    case 5: return tile5(pa, pb, ldb, k, c, ldc, add);
    default: tile6(pa, pb, ldb, k, c, ldc, add);
  }
}

@outOfLine function tile1(pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  rowsOf8(1, pa, pb, ldb, k, c, ldc, add);
}
@outOfLine function tile2(pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  rowsOf8(2, pa, pb, ldb, k, c, ldc, add);
}
@outOfLine function tile3(pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  rowsOf8(3, pa, pb, ldb, k, c, ldc, add);
}
@outOfLine function tile4(pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  rowsOf8(4, pa, pb, ldb, k, c, ldc, add);
}
@outOfLine function tile5(pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  rowsOf8(5, pa, pb, ldb, k, c, ldc, add);
}
@outOfLine function tile6(pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  rowsOf8(6, pa, pb, ldb, k, c, ldc, add);
}

/** Of 1 to 6 rows, known when it is compiled: what others need is left out. */
@inline function rowsOf8(rows: i32, pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  let c00 = add ? v128.load(c) : zero();
  let c01 = add ? v128.load(c, 16) : zero();
  let c10 = rows > 1 && add ? v128.load(c + ldc) : zero();
  let c11 = rows > 1 && add ? v128.load(c + ldc, 16) : zero();
  let c20 = rows > 2 && add ? v128.load(c + 2 * ldc) : zero();
  let c21 = rows > 2 && add ? v128.load(c + 2 * ldc, 16) : zero();
  let c30 = rows > 3 && add ? v128.load(c + 3 * ldc) : zero();
  let c31 = rows > 3 && add ? v128.load(c + 3 * ldc, 16) : zero();
  let c40 = rows > 4 && add ? v128.load(c + 4 * ldc) : zero();
  let c41 = rows > 4 && add ? v128.load(c + 4 * ldc, 16) : zero();
  let c50 = rows > 5 && add ? v128.load(c + 5 * ldc) : zero();
  let c51 = rows > 5 && add ? v128.load(c + 5 * ldc, 16) : zero();
  const end = pa + (<usize>k * (rows << 2));
  while (pa < end) {
    const b0 = v128.load(pb);
    const b1 = v128.load(pb, 16);
    const a0 = v128.load32_splat(pa);
    c00 = madd(a0, b0, c00);
    c01 = madd(a0, b1, c01);
    if (rows > 1) {
      const a1 = v128.load32_splat(pa, 4);
      c10 = madd(a1, b0, c10);
      c11 = madd(a1, b1, c11);
    }
    if (rows > 2) {
      const a2 = v128.load32_splat(pa, 8);
      c20 = madd(a2, b0, c20);
      c21 = madd(a2, b1, c21);
    }
    if (rows > 3) {
      const a3 = v128.load32_splat(pa, 12);
      c30 = madd(a3, b0, c30);
      c31 = madd(a3, b1, c31);
    }
    if (rows > 4) {
      const a4 = v128.load32_splat(pa, 16);
      c40 = madd(a4, b0, c40);
      c41 = madd(a4, b1, c41);
    }
    if (rows > 5) {
      const a5 = v128.load32_splat(pa, 20);
      c50 = madd(a5, b0, c50);
      c51 = madd(a5, b1, c51);
    }
    pa += <usize>rows << 2;
    pb += ldb;
  }
  keep(c, c00, c01);
  if (rows > 1) keep(c + ldc, c10, c11);
  if (rows > 2) keep(c + 2 * ldc, c20, c21);
  if (rows > 3) keep(c + 3 * ldc, c30, c31);
  if (rows > 4) keep(c + 4 * ldc, c40, c41);
  if (rows > 5) keep(c + 5 * ldc, c50, c51);
}

/** A row of 8. */
@inline export function keep(to: usize, a: v128, b: v128): void {
  v128.store(to, a);
  v128.store(to, b, 16);
}

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

/** 1 row of 8. */
@outOfLine function tile1(pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  let c00 = add ? v128.load(c) : zero();
  let c01 = add ? v128.load(c, 16) : zero();
  const end = pa + (<usize>k * 4);
  while (pa < end) {
    const b0 = v128.load(pb);
    const b1 = v128.load(pb, 16);
    const a0 = v128.load32_splat(pa);
    c00 = madd(a0, b0, c00);
    c01 = madd(a0, b1, c01);
    pa += 4;
    pb += ldb;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
}

/** 2 rows of 8. */
@outOfLine function tile2(pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  let c00 = add ? v128.load(c) : zero();
  let c01 = add ? v128.load(c, 16) : zero();
  let c10 = add ? v128.load(c + ldc) : zero();
  let c11 = add ? v128.load(c + ldc, 16) : zero();
  const end = pa + (<usize>k * 8);
  while (pa < end) {
    const b0 = v128.load(pb);
    const b1 = v128.load(pb, 16);
    const a0 = v128.load32_splat(pa);
    c00 = madd(a0, b0, c00);
    c01 = madd(a0, b1, c01);
    const a1 = v128.load32_splat(pa, 4);
    c10 = madd(a1, b0, c10);
    c11 = madd(a1, b1, c11);
    pa += 8;
    pb += ldb;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c + ldc, c10);
  v128.store(c + ldc, c11, 16);
}

/** 3 rows of 8. */
@outOfLine function tile3(pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  let c00 = add ? v128.load(c) : zero();
  let c01 = add ? v128.load(c, 16) : zero();
  let c10 = add ? v128.load(c + ldc) : zero();
  let c11 = add ? v128.load(c + ldc, 16) : zero();
  let c20 = add ? v128.load(c + 2 * ldc) : zero();
  let c21 = add ? v128.load(c + 2 * ldc, 16) : zero();
  const end = pa + (<usize>k * 12);
  while (pa < end) {
    const b0 = v128.load(pb);
    const b1 = v128.load(pb, 16);
    const a0 = v128.load32_splat(pa);
    c00 = madd(a0, b0, c00);
    c01 = madd(a0, b1, c01);
    const a1 = v128.load32_splat(pa, 4);
    c10 = madd(a1, b0, c10);
    c11 = madd(a1, b1, c11);
    const a2 = v128.load32_splat(pa, 8);
    c20 = madd(a2, b0, c20);
    c21 = madd(a2, b1, c21);
    pa += 12;
    pb += ldb;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c + ldc, c10);
  v128.store(c + ldc, c11, 16);
  v128.store(c + 2 * ldc, c20);
  v128.store(c + 2 * ldc, c21, 16);
}

/** 4 rows of 8. */
@outOfLine function tile4(pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  let c00 = add ? v128.load(c) : zero();
  let c01 = add ? v128.load(c, 16) : zero();
  let c10 = add ? v128.load(c + ldc) : zero();
  let c11 = add ? v128.load(c + ldc, 16) : zero();
  let c20 = add ? v128.load(c + 2 * ldc) : zero();
  let c21 = add ? v128.load(c + 2 * ldc, 16) : zero();
  let c30 = add ? v128.load(c + 3 * ldc) : zero();
  let c31 = add ? v128.load(c + 3 * ldc, 16) : zero();
  const end = pa + (<usize>k * 16);
  while (pa < end) {
    const b0 = v128.load(pb);
    const b1 = v128.load(pb, 16);
    const a0 = v128.load32_splat(pa);
    c00 = madd(a0, b0, c00);
    c01 = madd(a0, b1, c01);
    const a1 = v128.load32_splat(pa, 4);
    c10 = madd(a1, b0, c10);
    c11 = madd(a1, b1, c11);
    const a2 = v128.load32_splat(pa, 8);
    c20 = madd(a2, b0, c20);
    c21 = madd(a2, b1, c21);
    const a3 = v128.load32_splat(pa, 12);
    c30 = madd(a3, b0, c30);
    c31 = madd(a3, b1, c31);
    pa += 16;
    pb += ldb;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c + ldc, c10);
  v128.store(c + ldc, c11, 16);
  v128.store(c + 2 * ldc, c20);
  v128.store(c + 2 * ldc, c21, 16);
  v128.store(c + 3 * ldc, c30);
  v128.store(c + 3 * ldc, c31, 16);
}

/** 5 rows of 8. */
@outOfLine function tile5(pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  let c00 = add ? v128.load(c) : zero();
  let c01 = add ? v128.load(c, 16) : zero();
  let c10 = add ? v128.load(c + ldc) : zero();
  let c11 = add ? v128.load(c + ldc, 16) : zero();
  let c20 = add ? v128.load(c + 2 * ldc) : zero();
  let c21 = add ? v128.load(c + 2 * ldc, 16) : zero();
  let c30 = add ? v128.load(c + 3 * ldc) : zero();
  let c31 = add ? v128.load(c + 3 * ldc, 16) : zero();
  let c40 = add ? v128.load(c + 4 * ldc) : zero();
  let c41 = add ? v128.load(c + 4 * ldc, 16) : zero();
  const end = pa + (<usize>k * 20);
  while (pa < end) {
    const b0 = v128.load(pb);
    const b1 = v128.load(pb, 16);
    const a0 = v128.load32_splat(pa);
    c00 = madd(a0, b0, c00);
    c01 = madd(a0, b1, c01);
    const a1 = v128.load32_splat(pa, 4);
    c10 = madd(a1, b0, c10);
    c11 = madd(a1, b1, c11);
    const a2 = v128.load32_splat(pa, 8);
    c20 = madd(a2, b0, c20);
    c21 = madd(a2, b1, c21);
    const a3 = v128.load32_splat(pa, 12);
    c30 = madd(a3, b0, c30);
    c31 = madd(a3, b1, c31);
    const a4 = v128.load32_splat(pa, 16);
    c40 = madd(a4, b0, c40);
    c41 = madd(a4, b1, c41);
    pa += 20;
    pb += ldb;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c + ldc, c10);
  v128.store(c + ldc, c11, 16);
  v128.store(c + 2 * ldc, c20);
  v128.store(c + 2 * ldc, c21, 16);
  v128.store(c + 3 * ldc, c30);
  v128.store(c + 3 * ldc, c31, 16);
  v128.store(c + 4 * ldc, c40);
  v128.store(c + 4 * ldc, c41, 16);
}

/** 6 rows of 8. */
@outOfLine function tile6(pa: usize, pb: usize, ldb: usize, k: i32, c: usize, ldc: usize, add: bool): void {
  let c00 = add ? v128.load(c) : zero();
  let c01 = add ? v128.load(c, 16) : zero();
  let c10 = add ? v128.load(c + ldc) : zero();
  let c11 = add ? v128.load(c + ldc, 16) : zero();
  let c20 = add ? v128.load(c + 2 * ldc) : zero();
  let c21 = add ? v128.load(c + 2 * ldc, 16) : zero();
  let c30 = add ? v128.load(c + 3 * ldc) : zero();
  let c31 = add ? v128.load(c + 3 * ldc, 16) : zero();
  let c40 = add ? v128.load(c + 4 * ldc) : zero();
  let c41 = add ? v128.load(c + 4 * ldc, 16) : zero();
  let c50 = add ? v128.load(c + 5 * ldc) : zero();
  let c51 = add ? v128.load(c + 5 * ldc, 16) : zero();
  const end = pa + (<usize>k * 24);
  while (pa < end) {
    const b0 = v128.load(pb);
    const b1 = v128.load(pb, 16);
    const a0 = v128.load32_splat(pa);
    c00 = madd(a0, b0, c00);
    c01 = madd(a0, b1, c01);
    const a1 = v128.load32_splat(pa, 4);
    c10 = madd(a1, b0, c10);
    c11 = madd(a1, b1, c11);
    const a2 = v128.load32_splat(pa, 8);
    c20 = madd(a2, b0, c20);
    c21 = madd(a2, b1, c21);
    const a3 = v128.load32_splat(pa, 12);
    c30 = madd(a3, b0, c30);
    c31 = madd(a3, b1, c31);
    const a4 = v128.load32_splat(pa, 16);
    c40 = madd(a4, b0, c40);
    c41 = madd(a4, b1, c41);
    const a5 = v128.load32_splat(pa, 20);
    c50 = madd(a5, b0, c50);
    c51 = madd(a5, b1, c51);
    pa += 24;
    pb += ldb;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c + ldc, c10);
  v128.store(c + ldc, c11, 16);
  v128.store(c + 2 * ldc, c20);
  v128.store(c + 2 * ldc, c21, 16);
  v128.store(c + 3 * ldc, c30);
  v128.store(c + 3 * ldc, c31, 16);
  v128.store(c + 4 * ldc, c40);
  v128.store(c + 4 * ldc, c41, 16);
  v128.store(c + 5 * ldc, c50);
  v128.store(c + 5 * ldc, c51, 16);
}

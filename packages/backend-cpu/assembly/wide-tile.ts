// The innermost loops of a product where vectors of 256 bits are to be had: a few rows of 16 columns, of two panels at once.
//
// V8 makes one instruction of two whose operands lie side by side (`--experimental-wasm-revectorize`), if both are written out
// one behind the other. It packs no choice, so that c is read first and zeros are put there for a product that adds nothing.
import { madd, zero } from './vector';

/** The fewest rows that a wide tile has. */
export const LEAST_WIDE = 3;

/**
 * c[rows, 16] += a[rows, k] x [b[k, 8], d[k, 8]]; a is packed k by k, rows of b and of d are ldb bytes apart, rows of c ldc.
 */
export function wideTile(rows: i32, pa: usize, pb: usize, pd: usize, ldb: usize, k: i32, c: usize, ldc: usize): void {
  switch (rows) {
    case 3: return wide3(pa, pb, pd, ldb, k, c, ldc);
    case 4: return wide4(pa, pb, pd, ldb, k, c, ldc);
    case 5: return wide5(pa, pb, pd, ldb, k, c, ldc);
    default: wide6(pa, pb, pd, ldb, k, c, ldc);
  }
}

@outOfLine function wide3(pa: usize, pb: usize, pd: usize, ldb: usize, k: i32, c: usize, ldc: usize): void {
  rowsOf16(3, pa, pb, pd, ldb, k, c, ldc);
}
@outOfLine function wide4(pa: usize, pb: usize, pd: usize, ldb: usize, k: i32, c: usize, ldc: usize): void {
  rowsOf16(4, pa, pb, pd, ldb, k, c, ldc);
}
@outOfLine function wide5(pa: usize, pb: usize, pd: usize, ldb: usize, k: i32, c: usize, ldc: usize): void {
  rowsOf16(5, pa, pb, pd, ldb, k, c, ldc);
}
@outOfLine function wide6(pa: usize, pb: usize, pd: usize, ldb: usize, k: i32, c: usize, ldc: usize): void {
  rowsOf16(6, pa, pb, pd, ldb, k, c, ldc);
}

/** Of 3 to 6 rows, known when it is compiled: what others need is left out. */
@inline function rowsOf16(rows: i32, pa: usize, pb: usize, pd: usize, ldb: usize, k: i32, c: usize, ldc: usize): void {
  let c00 = v128.load(c);
  let c01 = v128.load(c, 16);
  let c02 = v128.load(c, 32);
  let c03 = v128.load(c, 48);
  const p1 = c + ldc;
  let c10 = v128.load(p1);
  let c11 = v128.load(p1, 16);
  let c12 = v128.load(p1, 32);
  let c13 = v128.load(p1, 48);
  const p2 = c + 2 * ldc;
  let c20 = v128.load(p2);
  let c21 = v128.load(p2, 16);
  let c22 = v128.load(p2, 32);
  let c23 = v128.load(p2, 48);
  const p3 = c + 3 * ldc;
  let c30 = rows > 3 ? v128.load(p3) : zero();
  let c31 = rows > 3 ? v128.load(p3, 16) : zero();
  let c32 = rows > 3 ? v128.load(p3, 32) : zero();
  let c33 = rows > 3 ? v128.load(p3, 48) : zero();
  const p4 = c + 4 * ldc;
  let c40 = rows > 4 ? v128.load(p4) : zero();
  let c41 = rows > 4 ? v128.load(p4, 16) : zero();
  let c42 = rows > 4 ? v128.load(p4, 32) : zero();
  let c43 = rows > 4 ? v128.load(p4, 48) : zero();
  const p5 = c + 5 * ldc;
  let c50 = rows > 5 ? v128.load(p5) : zero();
  let c51 = rows > 5 ? v128.load(p5, 16) : zero();
  let c52 = rows > 5 ? v128.load(p5, 32) : zero();
  let c53 = rows > 5 ? v128.load(p5, 48) : zero();
  const end = pa + (<usize>k * (rows << 2));
  while (pa < end) {
    const b0 = v128.load(pb);
    const b1 = v128.load(pb, 16);
    const b2 = v128.load(pd);
    const b3 = v128.load(pd, 16);
    const a0 = v128.load32_splat(pa);
    c00 = madd(a0, b0, c00);
    c01 = madd(a0, b1, c01);
    c02 = madd(a0, b2, c02);
    c03 = madd(a0, b3, c03);
    const a1 = v128.load32_splat(pa, 4);
    c10 = madd(a1, b0, c10);
    c11 = madd(a1, b1, c11);
    c12 = madd(a1, b2, c12);
    c13 = madd(a1, b3, c13);
    const a2 = v128.load32_splat(pa, 8);
    c20 = madd(a2, b0, c20);
    c21 = madd(a2, b1, c21);
    c22 = madd(a2, b2, c22);
    c23 = madd(a2, b3, c23);
    if (rows > 3) {
      const a3 = v128.load32_splat(pa, 12);
      c30 = madd(a3, b0, c30);
      c31 = madd(a3, b1, c31);
      c32 = madd(a3, b2, c32);
      c33 = madd(a3, b3, c33);
    }
    if (rows > 4) {
      const a4 = v128.load32_splat(pa, 16);
      c40 = madd(a4, b0, c40);
      c41 = madd(a4, b1, c41);
      c42 = madd(a4, b2, c42);
      c43 = madd(a4, b3, c43);
    }
    if (rows > 5) {
      const a5 = v128.load32_splat(pa, 20);
      c50 = madd(a5, b0, c50);
      c51 = madd(a5, b1, c51);
      c52 = madd(a5, b2, c52);
      c53 = madd(a5, b3, c53);
    }
    pa += <usize>rows << 2;
    pb += ldb;
    pd += ldb;
  }
  keep(c, c00, c01, c02, c03);
  keep(p1, c10, c11, c12, c13);
  keep(p2, c20, c21, c22, c23);
  if (rows > 3) keep(p3, c30, c31, c32, c33);
  if (rows > 4) keep(p4, c40, c41, c42, c43);
  if (rows > 5) keep(p5, c50, c51, c52, c53);
}

/** A row of c. */
@inline function keep(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
}

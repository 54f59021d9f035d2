// Products of few rows with a matrix whose columns lie together (a layer's `x @ weight.T`): nothing needs packing when
// both are read along k. Two rows of a by four columns of b, so that the sums of the lanes make a vector of c; of a single
// row eight columns, as many sums under way.
import { firstLanes, madd, storeLanes, sumEach, zero } from './vector';

/** c[m, n] = a[m, k] x b[k, n]; rows of a and c and columns of b are so many bytes apart, and k goes by 4 in both. */
export function dots(a: usize, lda: usize, b: usize, ldb: usize, c: usize, ldc: usize, m: i32, n: i32, k: i32): void {
  for (let i = 0; i < m; i += 2) {
    // A row or column that is not there is read as the last one again, and not written.
    const second = i + 1 < m;
    const a0 = a + <usize>i * lda;
    const a1 = second ? a0 + lda : a0;
    const row = c + <usize>i * ldc;
    let j = 0;
    if (!second) for (; j + 8 <= n; j += 8) eight(a0, b + <usize>j * ldb, ldb, k, row + (<usize>j << 2));
    for (; j < n; j += 4) {
      const columns = n - j;
      const b0 = b + <usize>j * ldb;
      const b1 = columns > 1 ? b0 + ldb : b0;
      const b2 = columns > 2 ? b1 + ldb : b1;
      const b3 = columns > 3 ? b2 + ldb : b2;
      const to = row + (<usize>j << 2);
      block(a0, a1, b0, b1, b2, b3, k, to, ldc, second, columns);
    }
  }
}

@inline function block(
  a0: usize,
  a1: usize,
  b0: usize,
  b1: usize,
  b2: usize,
  b3: usize,
  k: i32,
  c: usize,
  ldc: usize,
  second: bool,
  columns: i32,
): void {
  let s00 = zero();
  let s01 = zero();
  let s02 = zero();
  let s03 = zero();
  let s10 = zero();
  let s11 = zero();
  let s12 = zero();
  let s13 = zero();
  const whole = <usize>(k & ~3) << 2;
  let p: usize = 0;
  for (; p < whole; p += 16) {
    const x = v128.load(a0 + p);
    const y = v128.load(a1 + p);
    const v0 = v128.load(b0 + p);
    s00 = madd(x, v0, s00);
    s10 = madd(y, v0, s10);
    const v1 = v128.load(b1 + p);
    s01 = madd(x, v1, s01);
    s11 = madd(y, v1, s11);
    const v2 = v128.load(b2 + p);
    s02 = madd(x, v2, s02);
    s12 = madd(y, v2, s12);
    const v3 = v128.load(b3 + p);
    s03 = madd(x, v3, s03);
    s13 = madd(y, v3, s13);
  }
  if (k & 3) {
    // Both factors are masked: what lies behind a row may be NaN.
    const mask = firstLanes(k & 3);
    const x = v128.and(v128.load(a0 + p), mask);
    const y = v128.and(v128.load(a1 + p), mask);
    const v0 = v128.and(v128.load(b0 + p), mask);
    const v1 = v128.and(v128.load(b1 + p), mask);
    const v2 = v128.and(v128.load(b2 + p), mask);
    const v3 = v128.and(v128.load(b3 + p), mask);
    s00 = madd(x, v0, s00);
    s10 = madd(y, v0, s10);
    s01 = madd(x, v1, s01);
    s11 = madd(y, v1, s11);
    s02 = madd(x, v2, s02);
    s12 = madd(y, v2, s12);
    s03 = madd(x, v3, s03);
    s13 = madd(y, v3, s13);
  }
  storeLanes(c, sumEach(s00, s01, s02, s03), columns);
  if (second) storeLanes(c + ldc, sumEach(s10, s11, s12, s13), columns);
}

/** One row of a by eight columns of b. */
function eight(a: usize, b: usize, ldb: usize, k: i32, c: usize): void {
  const b1 = b + ldb;
  const b2 = b1 + ldb;
  const b3 = b2 + ldb;
  const b4 = b3 + ldb;
  const b5 = b4 + ldb;
  const b6 = b5 + ldb;
  const b7 = b6 + ldb;
  let s0 = zero();
  let s1 = zero();
  let s2 = zero();
  let s3 = zero();
  let s4 = zero();
  let s5 = zero();
  let s6 = zero();
  let s7 = zero();
  const whole = <usize>(k & ~3) << 2;
  let p: usize = 0;
  for (; p < whole; p += 16) {
    const x = v128.load(a + p);
    s0 = madd(x, v128.load(b + p), s0);
    s1 = madd(x, v128.load(b1 + p), s1);
    s2 = madd(x, v128.load(b2 + p), s2);
    s3 = madd(x, v128.load(b3 + p), s3);
    s4 = madd(x, v128.load(b4 + p), s4);
    s5 = madd(x, v128.load(b5 + p), s5);
    s6 = madd(x, v128.load(b6 + p), s6);
    s7 = madd(x, v128.load(b7 + p), s7);
  }
  if (k & 3) {
    const mask = firstLanes(k & 3);
    const x = v128.and(v128.load(a + p), mask);
    s0 = madd(x, v128.and(v128.load(b + p), mask), s0);
    s1 = madd(x, v128.and(v128.load(b1 + p), mask), s1);
    s2 = madd(x, v128.and(v128.load(b2 + p), mask), s2);
    s3 = madd(x, v128.and(v128.load(b3 + p), mask), s3);
    s4 = madd(x, v128.and(v128.load(b4 + p), mask), s4);
    s5 = madd(x, v128.and(v128.load(b5 + p), mask), s5);
    s6 = madd(x, v128.and(v128.load(b6 + p), mask), s6);
    s7 = madd(x, v128.and(v128.load(b7 + p), mask), s7);
  }
  v128.store(c, sumEach(s0, s1, s2, s3));
  v128.store(c, sumEach(s4, s5, s6, s7), 16);
}

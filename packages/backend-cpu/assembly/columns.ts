// The sums of a matrix's columns, as a bias's gradient is.

/** out[j] = the sum of column j, added up in double. Whole vectors are read and written, two at a time. */
export function columnSums(x: usize, rows: i32, columns: i32, out: usize): void {
  const row = <usize>columns << 2;
  for (let j = 0; j < columns; j += 8) {
    let s0 = f64x2.splat(0);
    let s1 = f64x2.splat(0);
    let s2 = f64x2.splat(0);
    let s3 = f64x2.splat(0);
    let at = x;
    for (let i = 0; i < rows; i++) {
      const a = v128.load(at);
      const b = v128.load(at, 16);
      s0 = f64x2.add(s0, f64x2.promote_low_f32x4(a));
      s1 = f64x2.add(s1, f64x2.promote_low_f32x4(v128.shuffle<f32>(a, a, 2, 3, 2, 3)));
      s2 = f64x2.add(s2, f64x2.promote_low_f32x4(b));
      s3 = f64x2.add(s3, f64x2.promote_low_f32x4(v128.shuffle<f32>(b, b, 2, 3, 2, 3)));
      at += row;
    }
    v128.store(out, join(s0, s1));
    v128.store(out, join(s2, s3), 16);
    x += 32;
    out += 32;
  }
}

/** Four doubles as floats. */
@inline function join(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(f32x4.demote_f64x2_zero(a), f32x4.demote_f64x2_zero(b), 0, 1, 4, 5);
}

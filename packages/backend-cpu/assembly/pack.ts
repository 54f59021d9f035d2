// Copies blocks of a matrix into the order in which a tile reads them, and matrices turned. Strides are in bytes, sizes in rows and columns.

/** 4 x 4 elements from columns p to p + 3 of rows that start at r0 … r3: stores column after column, `step` bytes apart. */
@inline function transpose4(r0: usize, r1: usize, r2: usize, r3: usize, out: usize, step: usize): void {
  const x0 = v128.load(r0);
  const x1 = v128.load(r1);
  const x2 = v128.load(r2);
  const x3 = v128.load(r3);
  const lo01 = v128.shuffle<f32>(x0, x1, 0, 4, 1, 5);
  const hi01 = v128.shuffle<f32>(x0, x1, 2, 6, 3, 7);
  const lo23 = v128.shuffle<f32>(x2, x3, 0, 4, 1, 5);
  const hi23 = v128.shuffle<f32>(x2, x3, 2, 6, 3, 7);
  v128.store(out, v128.shuffle<f32>(lo01, lo23, 0, 1, 4, 5));
  v128.store(out + step, v128.shuffle<f32>(lo01, lo23, 2, 3, 6, 7));
  v128.store(out + 2 * step, v128.shuffle<f32>(hi01, hi23, 0, 1, 4, 5));
  v128.store(out + 3 * step, v128.shuffle<f32>(hi01, hi23, 2, 3, 6, 7));
}

/** A panel of `rows` (1 to 6) rows and k columns of a: column after column. */
export function packRows(a: usize, row: usize, column: usize, rows: i32, k: i32, out: usize): void {
  const step = <usize>rows << 2;
  let p = 0;
  if (rows >= 4 && column == 4) {
    for (; p + 4 <= k; p += 4) {
      transpose4(a, a + row, a + 2 * row, a + 3 * row, out, step);
      if (rows == 5) {
        const fifth = v128.load(a + 4 * row);
        v128.store_lane<f32>(out, fifth, 0, 16);
        v128.store_lane<f32>(out, fifth, 1, 36);
        v128.store_lane<f32>(out, fifth, 2, 56);
        v128.store_lane<f32>(out, fifth, 3, 76);
      } else if (rows == 6) {
        const fifth = v128.load(a + 4 * row);
        const sixth = v128.load(a + 5 * row);
        const first = v128.shuffle<f32>(fifth, sixth, 0, 4, 1, 5);
        const second = v128.shuffle<f32>(fifth, sixth, 2, 6, 3, 7);
        v128.store_lane<f64>(out, first, 0, 16);
        v128.store_lane<f64>(out, first, 1, 40);
        v128.store_lane<f64>(out, second, 0, 64);
        v128.store_lane<f64>(out, second, 1, 88);
      }
      a += 16;
      out += step << 2;
    }
  } else if (rows >= 4 && row == 4) {
    for (; p < k; p++) {
      v128.store(out, v128.load(a));
      if (rows == 5) store<f32>(out, load<f32>(a, 16), 16);
      else if (rows == 6) store<u64>(out, load<u64>(a, 16), 16);
      a += column;
      out += step;
    }
  }
  for (; p < k; p++) {
    let from = a;
    for (let i = 0; i < rows; i++) {
      store<f32>(out, load<f32>(from));
      from += row;
      out += 4;
    }
    a += column;
  }
}

/** n columns and k rows of b in panels of 8 columns: row after row; what is missing from the last panel is left open. */
export function packColumns(b: usize, row: usize, column: usize, k: i32, n: i32, out: usize): void {
  const panel = <usize>k << 5;
  let j = 0;
  if (column == 4) {
    // Two panels at a time, which is a line of the cache; reading past the end of a row is harmless.
    for (; j < n; j += 16) {
      const both = j + 8 < n;
      let from = b + (<usize>j << 2);
      let to = out;
      for (let p = 0; p < k; p++) {
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, 16), 16);
        if (both) {
          v128.store(to + panel, v128.load(from, 32));
          v128.store(to + panel, v128.load(from, 48), 16);
        }
        from += row;
        to += 32;
      }
      out += panel << 1;
    }
    return;
  }
  for (; j < n; j += 8) {
    const columns = min(8, n - j);
    const first = b + <usize>j * column;
    let p = 0;
    if (row == 4 && columns == 8) {
      for (; p + 4 <= k; p += 4) {
        let from = first + (<usize>p << 2);
        const to = out + (<usize>p << 5);
        for (let half: usize = 0; half < 32; half += 16, from += 4 * column) {
          transpose4(from, from + column, from + 2 * column, from + 3 * column, to + half, 32);
        }
      }
    }
    for (; p < k; p++) {
      let from = first + <usize>p * row;
      const to = out + (<usize>p << 5);
      for (let i = 0; i < columns; i++) {
        store<f32>(to + (<usize>i << 2), load<f32>(from));
        from += column;
      }
    }
    out += panel;
  }
}

/** out[columns, rows] from x[rows, columns]. */
export function transpose(x: usize, rows: i32, columns: i32, out: usize): void {
  const row = <usize>columns << 2;
  const step = <usize>rows << 2;
  for (let i = 0; i < rows; i += 4, x += row << 2, out += 16) {
    const height = min(4, rows - i);
    for (let j = 0; j < columns; j += 4) {
      let from = x + (<usize>j << 2);
      let to = out + <usize>j * step;
      if (height == 4 && j + 4 <= columns) {
        transpose4(from, from + row, from + 2 * row, from + 3 * row, to, step);
        continue;
      }
      for (let q = j; q < min(j + 4, columns); q++, from += 4, to += step) {
        for (let p: usize = 0; p < <usize>height; p++) store<f32>(to + (p << 2), load<f32>(from + p * row));
      }
    }
  }
}

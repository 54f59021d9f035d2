// Convolutions without columns: rows of padded images lie together, so that windows which slide by one pixel are read where
// they are. A table says how far from a window's first pixel each of its elements is.
import { keep, ROWS } from './tile';
import { madd, zero } from './vector';

/** Pixels of a tile. */
const PIXELS = 8;

/** The rows of the next of so many tiles, which are as even as can be. */
@inline function next(left: i32): i32 {
  const tiles = (left + ROWS - 1) / ROWS;
  return (left + tiles - 1) / tiles;
}

/**
 * Packs filters for `direct`: tile after tile of outputs, those of an element of the window side by side. Outputs are `step`
 * elements apart, and windows are `outer` runs of `inner` elements, `outerStep` apart. Returns where the next ones begin.
 */
export function packFilters(
  weight: usize,
  outputs: i32,
  step: i32,
  outer: i32,
  outerStep: i32,
  inner: i32,
  packed: usize,
): usize {
  for (let o = 0; o < outputs; ) {
    const tile = next(outputs - o);
    for (let c = 0; c < outer; c++) {
      const run = weight + ((<usize>(o * step + c * outerStep)) << 2);
      for (let k = 0; k < inner; k++) {
        for (let i = 0; i < tile; i++) {
          store<f32>(packed, load<f32>(run + ((<usize>(i * step + k)) << 2)));
          packed += 4;
        }
      }
    }
    o += tile;
  }
  return packed;
}

/**
 * out[outputs, pixels] = filters x windows: that of pixel p has its elements where the table says, from x + 4 p on. Rows of the
 * result are `step` bytes apart, of which whole tiles are written, and as much more is read behind x.
 */
export function direct(x: usize, table: usize, depth: i32, packed: usize, outputs: i32, pixels: i32, out: usize, step: usize): void {
  const end = table + (<usize>depth << 2);
  for (let o = 0; o < outputs; ) {
    const tile = next(outputs - o);
    for (let p = 0; p < pixels; p += PIXELS) {
      const at = <usize>p << 2;
      switch (tile) {
        case 1: direct1(x + at, table, end, packed, out + at, step); break;
        case 2: direct2(x + at, table, end, packed, out + at, step); break;
        case 3: direct3(x + at, table, end, packed, out + at, step); break;
        case 4: direct4(x + at, table, end, packed, out + at, step); break;
        case 5: direct5(x + at, table, end, packed, out + at, step); break;
        default: direct6(x + at, table, end, packed, out + at, step);
      }
    }
    packed += (<usize>(tile * depth)) << 2;
    out += <usize>tile * step;
    o += tile;
  }
}

@outOfLine function direct1(x: usize, table: usize, end: usize, w: usize, out: usize, step: usize): void {
  directTile(1, x, table, end, w, out, step);
}
@outOfLine function direct2(x: usize, table: usize, end: usize, w: usize, out: usize, step: usize): void {
  directTile(2, x, table, end, w, out, step);
}
@outOfLine function direct3(x: usize, table: usize, end: usize, w: usize, out: usize, step: usize): void {
  directTile(3, x, table, end, w, out, step);
}
@outOfLine function direct4(x: usize, table: usize, end: usize, w: usize, out: usize, step: usize): void {
  directTile(4, x, table, end, w, out, step);
}
@outOfLine function direct5(x: usize, table: usize, end: usize, w: usize, out: usize, step: usize): void {
  directTile(5, x, table, end, w, out, step);
}
@outOfLine function direct6(x: usize, table: usize, end: usize, w: usize, out: usize, step: usize): void {
  directTile(6, x, table, end, w, out, step);
}

@inline function directTile(rows: i32, x: usize, table: usize, end: usize, w: usize, out: usize, step: usize): void {
  let c00 = zero();
  let c01 = zero();
  let c10 = zero();
  let c11 = zero();
  let c20 = zero();
  let c21 = zero();
  let c30 = zero();
  let c31 = zero();
  let c40 = zero();
  let c41 = zero();
  let c50 = zero();
  let c51 = zero();
  while (table < end) {
    const at = x + load<i32>(table);
    const x0 = v128.load(at);
    const x1 = v128.load(at, 16);
    const w0 = v128.load32_splat(w);
    c00 = madd(w0, x0, c00);
    c01 = madd(w0, x1, c01);
    if (rows > 1) {
      const w1 = v128.load32_splat(w, 4);
      c10 = madd(w1, x0, c10);
      c11 = madd(w1, x1, c11);
    }
    if (rows > 2) {
      const w2 = v128.load32_splat(w, 8);
      c20 = madd(w2, x0, c20);
      c21 = madd(w2, x1, c21);
    }
    if (rows > 3) {
      const w3 = v128.load32_splat(w, 12);
      c30 = madd(w3, x0, c30);
      c31 = madd(w3, x1, c31);
    }
    if (rows > 4) {
      const w4 = v128.load32_splat(w, 16);
      c40 = madd(w4, x0, c40);
      c41 = madd(w4, x1, c41);
    }
    if (rows > 5) {
      const w5 = v128.load32_splat(w, 20);
      c50 = madd(w5, x0, c50);
      c51 = madd(w5, x1, c51);
    }
    w += <usize>rows << 2;
    table += 4;
  }
  v128.store(out, c00);
  v128.store(out, c01, 16);
  if (rows > 1) keep(out + step, c10, c11);
  if (rows > 2) keep(out + 2 * step, c20, c21);
  if (rows > 3) keep(out + 3 * step, c30, c31);
  if (rows > 4) keep(out + 4 * step, c40, c41);
  if (rows > 5) keep(out + 5 * step, c50, c51);
}

/** Floats of a row of `turn`'s panels, and of what `filters` makes. */
export const PANEL = 8;

/** x[outputs, n] to panels of 8 outputs, n rows each; outputs that are not there are zeros. */
export function turn(x: usize, outputs: i32, n: i32, panels: usize): void {
  const row = <usize>n << 2;
  for (let o = 0; o < outputs; o += 4, x += 4 * row) {
    let a = x;
    // An output that is not there is read as the last one, and cut off.
    let b = o + 1 < outputs ? a + row : a;
    let c = o + 2 < outputs ? b + row : b;
    let d = o + 3 < outputs ? c + row : c;
    const left = outputs - o;
    const mask = i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(left));
    let to = panels + (<usize>(o & ~7) * row) + (o & 4 ? 16 : 0);
    // Whole vectors are read behind the last row, and rows of panels as they are.
    const whole = n & ~3;
    for (let p = 0; p < whole; p += 4, a += 16, b += 16, c += 16, d += 16, to += 128) {
      const ab = v128.load(a);
      const ba = v128.load(b);
      const cd = v128.load(c);
      const dc = v128.load(d);
      const l = v128.shuffle<f32>(ab, ba, 0, 4, 1, 5);
      const h = v128.shuffle<f32>(ab, ba, 2, 6, 3, 7);
      const m = v128.shuffle<f32>(cd, dc, 0, 4, 1, 5);
      const i = v128.shuffle<f32>(cd, dc, 2, 6, 3, 7);
      v128.store(to, v128.and(v128.shuffle<f32>(l, m, 0, 1, 4, 5), mask));
      v128.store(to, v128.and(v128.shuffle<f32>(l, m, 2, 3, 6, 7), mask), 32);
      v128.store(to, v128.and(v128.shuffle<f32>(h, i, 0, 1, 4, 5), mask), 64);
      v128.store(to, v128.and(v128.shuffle<f32>(h, i, 2, 3, 6, 7), mask), 96);
    }
    for (let p = whole; p < n; p++, a += 4, b += 4, c += 4, d += 4, to += 32) {
      const v = f32x4(load<f32>(a), load<f32>(b), load<f32>(c), load<f32>(d));
      v128.store(to, v128.and(v, mask));
    }
    if (left <= 4 && !(o & 4)) {
      to = panels + (<usize>(o & ~7) * row) + 16;
      for (let p = 0; p < n; p++, to += 32) v128.store(to, zero());
    }
  }
}

/**
 * sums[o, k, 8] += each panel's rows x the elements of its window: x + table[k], from window to window `xStep` bytes on, from a
 * row of windows to the next `xRow`.
 */
export function filters(
  x: usize,
  table: usize,
  depth: i32,
  rows: i32,
  columns: i32,
  xRow: usize,
  xStep: usize,
  panels: usize,
  outputs: i32,
  sums: usize,
): void {
  for (let o = 0; o < outputs; o += PANEL) {
    for (let k = 0; k < depth; ) {
      const tile = next(depth - k);
      const at = table + (<usize>k << 2);
      switch (tile) {
        case 1: filters1(x, at, rows, columns, xRow, xStep, panels, sums); break;
        case 2: filters2(x, at, rows, columns, xRow, xStep, panels, sums); break;
        case 3: filters3(x, at, rows, columns, xRow, xStep, panels, sums); break;
        case 4: filters4(x, at, rows, columns, xRow, xStep, panels, sums); break;
        case 5: filters5(x, at, rows, columns, xRow, xStep, panels, sums); break;
        default: filters6(x, at, rows, columns, xRow, xStep, panels, sums);
      }
      sums += <usize>tile << 5;
      k += tile;
    }
    panels += (<usize>(rows * columns)) << 5;
  }
}

@outOfLine function filters1(x: usize, table: usize, rows: i32, columns: i32, xRow: usize, xStep: usize, g: usize, to: usize): void {
  filtersTile(1, x, table, rows, columns, xRow, xStep, g, to);
}
@outOfLine function filters2(x: usize, table: usize, rows: i32, columns: i32, xRow: usize, xStep: usize, g: usize, to: usize): void {
  filtersTile(2, x, table, rows, columns, xRow, xStep, g, to);
}
@outOfLine function filters3(x: usize, table: usize, rows: i32, columns: i32, xRow: usize, xStep: usize, g: usize, to: usize): void {
  filtersTile(3, x, table, rows, columns, xRow, xStep, g, to);
}
@outOfLine function filters4(x: usize, table: usize, rows: i32, columns: i32, xRow: usize, xStep: usize, g: usize, to: usize): void {
  filtersTile(4, x, table, rows, columns, xRow, xStep, g, to);
}
@outOfLine function filters5(x: usize, table: usize, rows: i32, columns: i32, xRow: usize, xStep: usize, g: usize, to: usize): void {
  filtersTile(5, x, table, rows, columns, xRow, xStep, g, to);
}
@outOfLine function filters6(x: usize, table: usize, rows: i32, columns: i32, xRow: usize, xStep: usize, g: usize, to: usize): void {
  filtersTile(6, x, table, rows, columns, xRow, xStep, g, to);
}

@inline function filtersTile(
  count: i32,
  x: usize,
  table: usize,
  rows: i32,
  columns: i32,
  xRow: usize,
  xStep: usize,
  g: usize,
  to: usize,
): void {
  let c00 = zero();
  let c01 = zero();
  let c10 = zero();
  let c11 = zero();
  let c20 = zero();
  let c21 = zero();
  let c30 = zero();
  let c31 = zero();
  let c40 = zero();
  let c41 = zero();
  let c50 = zero();
  let c51 = zero();
  const p0 = load<i32>(table);
  const p1 = count > 1 ? load<i32>(table, 4) : 0;
  const p2 = count > 2 ? load<i32>(table, 8) : 0;
  const p3 = count > 3 ? load<i32>(table, 12) : 0;
  const p4 = count > 4 ? load<i32>(table, 16) : 0;
  const p5 = count > 5 ? load<i32>(table, 20) : 0;
  const row = <usize>columns << 5;
  for (let r = 0; r < rows; r++, x += xRow) {
    const end = g + row;
    for (let at = x; g < end; g += 32, at += xStep) {
      const g0 = v128.load(g);
      const g1 = v128.load(g, 16);
      const x0 = v128.load32_splat(at + p0);
      c00 = madd(x0, g0, c00);
      c01 = madd(x0, g1, c01);
      if (count > 1) {
        const x1 = v128.load32_splat(at + p1);
        c10 = madd(x1, g0, c10);
        c11 = madd(x1, g1, c11);
      }
      if (count > 2) {
        const x2 = v128.load32_splat(at + p2);
        c20 = madd(x2, g0, c20);
        c21 = madd(x2, g1, c21);
      }
      if (count > 3) {
        const x3 = v128.load32_splat(at + p3);
        c30 = madd(x3, g0, c30);
        c31 = madd(x3, g1, c31);
      }
      if (count > 4) {
        const x4 = v128.load32_splat(at + p4);
        c40 = madd(x4, g0, c40);
        c41 = madd(x4, g1, c41);
      }
      if (count > 5) {
        const x5 = v128.load32_splat(at + p5);
        c50 = madd(x5, g0, c50);
        c51 = madd(x5, g1, c51);
      }
    }
  }
  more(to, c00, c01);
  if (count > 1) more(to + 32, c10, c11);
  if (count > 2) more(to + 64, c20, c21);
  if (count > 3) more(to + 96, c30, c31);
  if (count > 4) more(to + 128, c40, c41);
  if (count > 5) more(to + 160, c50, c51);
}

@inline function more(to: usize, a: v128, b: v128): void {
  v128.store(to, f32x4.add(v128.load(to), a));
  v128.store(to, f32x4.add(v128.load(to, 16), b), 16);
}

// Products of float32 matrices, after K. Goto and R. van de Geijn, "Anatomy of high-performance matrix multiplication",
// 2008: blocks of a stay in the second cache, panels of b in the first, tiles of c in registers.
import { dots } from './dot';
import { packColumns, packRows } from './pack';
import { tile } from './tile';

/** Rows of a tile at most. */
const ROWS = 5;
/** Columns of a tile. */
const COLUMNS = 8;
/** The block of a that is packed at once: 240 x 256 x 4 bytes are half of a small second cache. */
const BLOCK_M = 240;
const BLOCK_K = 256;
/** The columns of b that are packed at once. */
const BLOCK_N = 1024;
/** Up to this many rows a product along k needs no packing, which would cost more than it saves. */
const DOT_ROWS = 12;
/** Up to this many elements rows of b are read where they are. */
const DIRECT = 16384;
/** Bytes of the tile at the edge. */
const EDGE = ROWS * COLUMNS * 4;

/** Whether a few columns are better taken as rows, of which any number fills the tiles. */
@inline function transposes(m: i32, n: i32): bool {
  return n < 2 * COLUMNS && (n & (COLUMNS - 1)) != 0 && m >= COLUMNS;
}

/** The bytes of `work` that `gemm` needs. */
export function gemmWork(m: i32, n: i32, k: i32): usize {
  if (transposes(m, n)) return untransposedWork(n, m, k) + ((<usize>m * n) << 2);
  return untransposedWork(m, n, k);
}

function untransposedWork(m: i32, n: i32, k: i32): usize {
  const depth = min(k, BLOCK_K);
  const a = <usize>min(m, BLOCK_M) * depth;
  const b = <usize>((min(n, BLOCK_N) + 15) & ~15) * depth;
  return EDGE + ((a + b) << 2) + 64;
}

/**
 * c = a x b, or c += a x b: a [m, k] and b [k, n] with any strides, which count elements, c [m, n] in row-major order.
 * Up to 64 bytes behind a and b may be read; `work` has room for `gemmWork` bytes.
 */
export function gemm(
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  c: usize,
  m: i32,
  n: i32,
  k: i32,
  add: bool,
  work: usize,
): void {
  if (!add && aColumn == 1 && bRow == 1 && k >= 4 && (m <= DOT_ROWS || n <= 2)) {
    dots(a, aRow << 2, b, bColumn << 2, c, m, n, k);
    return;
  }
  if (k == 0 && !add) {
    memory.fill(c, 0, (<usize>m * n) << 2);
    return;
  }
  if (!add && transposes(m, n)) {
    const turned = n == 1 ? c : work;
    product(b, bColumn, bRow, a, aColumn, aRow, turned, n, m, k, false, n == 1 ? work : work + ((<usize>m * n) << 2));
    if (n > 1) transpose(turned, n, m, c);
    return;
  }
  product(a, aRow, aColumn, b, bRow, bColumn, c, m, n, k, add, work);
}

/** out[columns, rows] from x[rows, columns]. */
function transpose(x: usize, rows: i32, columns: i32, out: usize): void {
  for (let j = 0; j < columns; j++) {
    let from = x + (<usize>j << 2);
    for (let i = 0; i < rows; i++) {
      store<f32>(out, load<f32>(from));
      from += <usize>columns << 2;
      out += 4;
    }
  }
}

function product(
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  c: usize,
  m: i32,
  n: i32,
  k: i32,
  add: bool,
  work: usize,
): void {
  const direct = bColumn == 1 && k * n <= DIRECT;
  const packedA = work + EDGE;
  const packedB = packedA + ((<usize>min(m, BLOCK_M) * min(k, BLOCK_K)) << 2);
  const ldc = <usize>n << 2;
  for (let j = 0; j < n; j += BLOCK_N) {
    const columns = min(BLOCK_N, n - j);
    for (let p = 0; p < k; p += BLOCK_K) {
      const depth = min(BLOCK_K, k - p);
      const from = b + ((<usize>p * bRow + <usize>j * bColumn) << 2);
      if (!direct) packColumns(from, bRow, bColumn, depth, columns, packedB);
      const panels = direct ? from : packedB;
      const panelStep: usize = direct ? COLUMNS * 4 : <usize>depth * COLUMNS * 4;
      const ldb: usize = direct ? bRow << 2 : COLUMNS * 4;
      for (let i = 0; i < m; i += BLOCK_M) {
        const rows = min(BLOCK_M, m - i);
        packBlock(a + ((<usize>i * aRow + <usize>p * aColumn) << 2), aRow, aColumn, rows, depth, packedA);
        const to = c + <usize>i * ldc + (<usize>j << 2);
        block(packedA, panels, panelStep, ldb, to, ldc, rows, columns, depth, add || p > 0, work);
      }
    }
  }
}

/** Rows are spread evenly over as few panels as hold them: 6 are 3 + 3, not 5 + 1. */
@inline function panelsOf(rows: i32): i32 {
  return (rows + ROWS - 1) / ROWS;
}

function packBlock(a: usize, aRow: usize, aColumn: usize, rows: i32, depth: i32, out: usize): void {
  const panels = panelsOf(rows);
  const least = rows / panels;
  const larger = rows - least * panels;
  for (let q = 0; q < panels; q++) {
    const size = least + i32(q < larger);
    packRows(a, aRow, aColumn, size, depth, out);
    a += (<usize>size * aRow) << 2;
    out += (<usize>size * depth) << 2;
  }
}

/** All tiles of a packed block of a with the panels of b. */
function block(
  packed: usize,
  panels: usize,
  panelStep: usize,
  ldb: usize,
  c: usize,
  ldc: usize,
  rows: i32,
  columns: i32,
  depth: i32,
  add: bool,
  edge: usize,
): void {
  const count = panelsOf(rows);
  const least = rows / count;
  const larger = rows - least * count;
  for (let j = 0; j < columns; j += COLUMNS) {
    const width = min(COLUMNS, columns - j);
    let pa = packed;
    let to = c + (<usize>j << 2);
    for (let q = 0; q < count; q++) {
      const size = least + i32(q < larger);
      if (width == COLUMNS) {
        tile(size, pa, panels, ldb, depth, to, ldc, add);
      } else {
        if (add) copyRows(to, ldc, edge, COLUMNS * 4, size, width);
        tile(size, pa, panels, ldb, depth, edge, COLUMNS * 4, add);
        copyRows(edge, COLUMNS * 4, to, ldc, size, width);
      }
      pa += (<usize>size * depth) << 2;
      to += <usize>size * ldc;
    }
    panels += panelStep;
  }
}

function copyRows(from: usize, fromStep: usize, to: usize, toStep: usize, rows: i32, width: i32): void {
  for (let i = 0; i < rows; i++) {
    for (let j: usize = 0; j < <usize>width << 2; j += 4) store<f32>(to + j, load<f32>(from + j));
    from += fromStep;
    to += toStep;
  }
}

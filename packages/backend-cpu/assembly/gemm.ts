// Products of float32 matrices, after K. Goto and R. van de Geijn, "Anatomy of high-performance matrix multiplication",
// 2008: blocks of a stay in the second cache, panels of b in the first, tiles of c in registers.
import { finish } from './activation';
import { dots } from './dot';
import { packColumns, packRows, transpose } from './pack';
import { BLOCK, DOTS, job, PACK, share, threadCount, threadNumber, threadsFor } from './parallel';
import { ROWS, tile } from './tile';
import { LEAST_WIDE, wideTile } from './wide-tile';

/** Columns of a tile. */
const COLUMNS = 8;
/** The block of a that is packed at once: half a megabyte, which stays in the second cache of a current core. */
const BLOCK_M = 240;
const BLOCK_K = 512;
/** The columns of b that are packed at once. */
const BLOCK_N = 1024;
/** The columns of b that one thread packs at once. */
const PACK_N = 64;
/** Up to this many rows a product along k needs no packing, which would cost more than it saves. */
const DOT_ROWS = 12;
/** Columns of such a product in a part. */
const DOT_COLUMNS = 64;
/** Up to this many elements rows of b are read where they are. */
const DIRECT = 16384;
/** Bytes of the tile at the edge. */
const EDGE = 6 * COLUMNS * 4;

/** A product under way, or a block of it, where every thread reads it. Strides count bytes. */
@unmanaged
class Product {
  a: usize;
  aRow: usize;
  aColumn: usize;
  b: usize;
  bRow: usize;
  bColumn: usize;
  c: usize;
  ldc: usize;
  m: i32;
  n: i32;
  k: i32;
  add: bool;
  /** Whether the block is the last along k, behind which come bias and activation. */
  last: bool;
  bias: usize;
  activation: i32;
  /** Panels of b, packed or where they are. */
  panels: usize;
  panelStep: usize;
  ldb: usize;
  /** Rows of a part. */
  height: i32;
  /** The edge and the packed rows of thread 0, and the bytes to those of the next. */
  work: usize;
  workStep: usize;
}

@inline function product(): Product {
  return changetype<Product>(job());
}

/** Whether a few columns are better taken as rows, of which any number fills the tiles. */
@inline function transposes(m: i32, n: i32): bool {
  return n < 2 * COLUMNS && (n & (COLUMNS - 1)) != 0 && m >= COLUMNS;
}

/** The bytes of `work` that `gemm` needs at most, whether it takes columns as rows or not. */
export function gemmWork(m: i32, n: i32, k: i32): usize {
  const most = max(m, n);
  const packed = <usize>((min(most, BLOCK_N) + 15) & ~15) * min(k, BLOCK_K);
  const turned = <usize>most * 2 * COLUMNS;
  return <usize>threadCount() * workOfThread(most, k) + ((packed + turned) << 2) + 64;
}

/** The bytes in which one thread packs its rows. */
function workOfThread(m: i32, k: i32): usize {
  return (<usize>EDGE + ((<usize>min(m, BLOCK_M) * min(k, BLOCK_K)) << 2) + 63) & ~63;
}

/**
 * c = activation(a x b + bias), or c += a x b before those: a [m, k] and b [k, n] with any strides, which count elements,
 * c [m, n] in row-major order, bias [n] or 0 for none. Up to 64 bytes behind a and b may be read; `work` has room for
 * `gemmWork` bytes.
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
  bias: usize,
  activation: i32,
  work: usize,
): void {
  aRow <<= 2;
  aColumn <<= 2;
  bRow <<= 2;
  bColumn <<= 2;
  const p = product();
  if (k == 0) {
    if (!add) memory.fill(c, 0, (<usize>m * n) << 2);
  } else if (!add && aColumn == 4 && bRow == 4 && k >= 4 && (m <= DOT_ROWS || n <= 2)) {
    if (threadsFor(m, n, k) > 1) {
      p.a = a;
      p.aRow = aRow;
      p.b = b;
      p.bColumn = bColumn;
      p.c = c;
      p.m = m;
      p.n = n;
      p.k = k;
      share(DOTS, (n + DOT_COLUMNS - 1) / DOT_COLUMNS, threadCount());
    } else {
      dots(a, aRow, b, bColumn, c, <usize>n << 2, m, n, k);
    }
  } else if (!add && transposes(m, n)) {
    const turned = n == 1 ? c : work;
    const rest = n == 1 ? work : work + ((<usize>m * n) << 2);
    p.bias = 0;
    p.activation = 0;
    multiply(b, bColumn, bRow, a, aColumn, aRow, turned, n, m, k, false, rest);
    if (n > 1) transpose(turned, n, m, c);
  } else {
    p.bias = bias;
    p.activation = activation;
    multiply(a, aRow, aColumn, b, bRow, bColumn, c, m, n, k, add, work);
    return;
  }
  finish(c, bias, m, n, activation);
}

/** The columns of part `i`. */
export function dotsPart(i: i32): void {
  const p = product();
  const from = i * DOT_COLUMNS;
  const b = p.b + <usize>from * p.bColumn;
  const c = p.c + (<usize>from << 2);
  dots(p.a, p.aRow, b, p.bColumn, c, <usize>p.n << 2, p.m, min(DOT_COLUMNS, p.n - from), p.k);
}

function multiply(
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
  const p = product();
  const direct = bColumn == 4 && k * n <= DIRECT;
  const threads = threadsFor(m, n, k);
  p.work = work;
  p.workStep = workOfThread(m, k);
  const packed = work + <usize>threadCount() * p.workStep;
  p.aRow = aRow;
  p.aColumn = aColumn;
  p.bRow = bRow;
  p.bColumn = bColumn;
  p.ldc = <usize>n << 2;
  p.m = m;
  p.height = heightOf(m, threads);
  const bias = p.bias;
  for (let j = 0; j < n; j += BLOCK_N) {
    p.n = min(BLOCK_N, n - j);
    p.c = c + (<usize>j << 2);
    p.bias = bias == 0 ? 0 : bias + (<usize>j << 2);
    for (let q = 0; q < k; q += BLOCK_K) {
      p.k = min(BLOCK_K, k - q);
      p.a = a + <usize>q * aColumn;
      p.b = b + <usize>q * bRow + <usize>j * bColumn;
      p.add = add || q > 0;
      p.last = q + BLOCK_K >= k;
      p.panels = direct ? p.b : packed;
      p.panelStep = <usize>COLUMNS * 4 * (direct ? 1 : p.k);
      p.ldb = direct ? bRow : COLUMNS * 4;
      if (!direct) share(PACK, (p.n + PACK_N - 1) / PACK_N, threads);
      share(BLOCK, (m + p.height - 1) / p.height, threads);
    }
  }
}

/** Rows of a part: whole blocks for one thread; for several small enough that none waits long for the last. */
function heightOf(m: i32, threads: i32): i32 {
  if (threads == 1) return BLOCK_M;
  const even = (m + 4 * threads - 1) / (4 * threads);
  return min(BLOCK_M, max(4 * ROWS, ((even + ROWS - 1) / ROWS) * ROWS));
}

/** Packs columns of b. */
export function packPart(i: i32): void {
  const p = product();
  const from = i * PACK_N;
  const b = p.b + <usize>from * p.bColumn;
  packColumns(b, p.bRow, p.bColumn, p.k, min(PACK_N, p.n - from), p.panels + ((<usize>from * p.k) << 2));
}

/** Packs some rows of a and multiplies them with the panels of b. */
export function blockPart(i: i32): void {
  const p = product();
  const from = i * p.height;
  const rows = min(p.height, p.m - from);
  const edge = p.work + <usize>threadNumber() * p.workStep;
  const packed = edge + EDGE;
  packBlock(p.a + <usize>from * p.aRow, p.aRow, p.aColumn, rows, p.k, packed);
  const c = p.c + <usize>from * p.ldc;
  block(packed, p.panels, p.panelStep, p.ldb, c, p.ldc, rows, p.n, p.k, p.add, edge);
  if (!p.last) return;
  if (p.ldc == <usize>p.n << 2) {
    finish(c, p.bias, rows, p.n, p.activation);
  } else if (p.bias != 0 || p.activation != 0) {
    for (let r: usize = 0; r < <usize>rows; r++) finish(c + r * p.ldc, p.bias, 1, p.n, p.activation);
  }
}

/** Rows are spread evenly over as few panels as hold them: 7 are 4 + 3, not 6 + 1. */
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
    a += <usize>size * aRow;
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
  let j = 0;
  if (isDefined(WIDE)) {
    for (; j + 2 * COLUMNS <= columns && least >= LEAST_WIDE; j += 2 * COLUMNS) {
      let pa = packed;
      let to = c + (<usize>j << 2);
      for (let q = 0; q < count; q++) {
        const size = least + i32(q < larger);
        if (!add) for (let r: usize = 0; r < <usize>size; r++) memory.fill(to + r * ldc, 0, 8 * COLUMNS);
        wideTile(size, pa, panels, panels + panelStep, ldb, depth, to, ldc);
        pa += (<usize>size * depth) << 2;
        to += <usize>size * ldc;
      }
      panels += 2 * panelStep;
    }
  }
  for (; j < columns; j += COLUMNS) {
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

// Elementwise functions of two float32 arrays, row by row, so that one may repeat along rows or columns. Whole vectors
// are read and written, so up to 12 bytes behind a row: what is written there the next row overwrites, and behind the
// last one the caller leaves room.
import { spare } from './parallel';
import { vectors } from './vector';

function addRow(a: usize, aStep: usize, b: usize, bStep: usize, out: usize, end: usize): void {
  for (; out < end; out += 16, a += aStep, b += bStep) v128.store(out, f32x4.add(v128.load(a), v128.load(b)));
}

function subRow(a: usize, aStep: usize, b: usize, bStep: usize, out: usize, end: usize): void {
  for (; out < end; out += 16, a += aStep, b += bStep) v128.store(out, f32x4.sub(v128.load(a), v128.load(b)));
}

function mulRow(a: usize, aStep: usize, b: usize, bStep: usize, out: usize, end: usize): void {
  for (; out < end; out += 16, a += aStep, b += bStep) v128.store(out, f32x4.mul(v128.load(a), v128.load(b)));
}

function divRow(a: usize, aStep: usize, b: usize, bStep: usize, out: usize, end: usize): void {
  for (; out < end; out += 16, a += aStep, b += bStep) v128.store(out, f32x4.div(v128.load(a), v128.load(b)));
}

function maximumRow(a: usize, aStep: usize, b: usize, bStep: usize, out: usize, end: usize): void {
  for (; out < end; out += 16, a += aStep, b += bStep) v128.store(out, f32x4.max(v128.load(a), v128.load(b)));
}

function minimumRow(a: usize, aStep: usize, b: usize, bStep: usize, out: usize, end: usize): void {
  for (; out < end; out += 16, a += aStep, b += bStep) v128.store(out, f32x4.min(v128.load(a), v128.load(b)));
}

/**
 * out[i, j] = f(a[i, j], b[i, j]), where rows of a begin `aRow` bytes apart (0 repeats one) and its columns are 16 bytes
 * apart by four, or 0 to repeat one; likewise b. The order of the functions is that of `binaryOps` in
 * src/wasm/elementwise.ts.
 */
export function binary(
  op: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  bStep: usize,
  out: usize,
  rows: i32,
  columns: i32,
): void {
  const length = vectors(columns);
  // A number for a whole row, four times over.
  const repeatedA = spare();
  const repeatedB = repeatedA + 16;
  for (let i = 0; i < rows; i++) {
    let x = a;
    let y = b;
    if (aStep == 0) {
      v128.store(repeatedA, v128.load32_splat(a));
      x = repeatedA;
    }
    if (bStep == 0) {
      v128.store(repeatedB, v128.load32_splat(b));
      y = repeatedB;
    }
    const end = out + length;
    switch (op) {
      case 0: addRow(x, aStep, y, bStep, out, end); break;
      case 1: subRow(x, aStep, y, bStep, out, end); break;
      case 2: mulRow(x, aStep, y, bStep, out, end); break;
      case 3: divRow(x, aStep, y, bStep, out, end); break;
      case 4: maximumRow(x, aStep, y, bStep, out, end); break;
      default: minimumRow(x, aStep, y, bStep, out, end);
    }
    a += aRow;
    b += bRow;
    out += <usize>columns << 2;
  }
}

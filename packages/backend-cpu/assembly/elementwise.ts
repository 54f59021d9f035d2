// Elementwise functions of arrays in rows, which threads share. Rows are written in whole vectors, and so into the next row, which is
// written then; but for the last one of a part, behind which another thread may have written.
import { binary } from './binary';
import { ELEMENTWISE, job, share, spare, threadsForElements } from './parallel';
import { unary } from './unary';
import { storeLanes } from './vector';

/** Elements of a part. */
const PART = 8192;

@unmanaged
class Elements {
  op: i32;
  a: usize;
  aRow: usize;
  aStep: usize;
  aPeriod: i32;
  b: usize;
  bRow: usize;
  bStep: usize;
  bPeriod: i32;
  out: usize;
  rows: i32;
  columns: i32;
  /** Of a part. */
  perPart: i32;
}

/**
 * As `binary`, where an operand may begin anew after so many rows (`period`; 0 for never). With `b` 0 it is the function `op` of
 * each element of a.
 */
export function eachPair(
  op: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  aPeriod: i32,
  b: usize,
  bRow: usize,
  bStep: usize,
  bPeriod: i32,
  out: usize,
  rows: i32,
  columns: i32,
): void {
  const all = changetype<Elements>(job());
  all.op = op;
  all.a = a;
  all.aRow = aRow;
  all.aStep = aStep;
  all.aPeriod = aPeriod;
  all.b = b;
  all.bRow = bRow;
  all.bStep = bStep;
  all.bPeriod = bPeriod;
  all.out = out;
  all.rows = rows;
  all.columns = columns;
  const size = rows == 1 ? columns : rows;
  const per = rows == 1 ? PART : max(1, PART / columns);
  all.perPart = per;
  share(ELEMENTWISE, (size + per - 1) / per, threadsForElements(<i64>rows * columns));
}

/** Part `i`: some rows, or some elements of a single one. */
export function elementsPart(i: i32): void {
  const all = changetype<Elements>(job());
  const op = all.op;
  const from = i * all.perPart;
  const columns = all.columns;
  if (all.rows == 1) {
    const n = min(all.perPart, columns - from);
    const out = all.out + (<usize>from << 2);
    const a = all.a + (all.aStep != 0 ? <usize>from << 2 : 0);
    if (all.b == 0) unary(op, a, out, n);
    else binary(op, a, 0, all.aStep, all.b + (all.bStep != 0 ? <usize>from << 2 : 0), 0, all.bStep, out, 1, n);
    return;
  }
  const left = columns & 3;
  let end = min(from + all.perPart, all.rows);
  const cut = left != 0 && end < all.rows;
  if (cut) end--;
  for (let row = from; row < end; ) {
    const p = all.aPeriod != 0 ? row % all.aPeriod : row;
    const q = all.bPeriod != 0 ? row % all.bPeriod : row;
    let n = end - row;
    if (all.aPeriod != 0) n = min(n, all.aPeriod - p);
    if (all.bPeriod != 0) n = min(n, all.bPeriod - q);
    const out = all.out + (<usize>row * columns << 2);
    binary(op, all.a + all.aRow * p, all.aRow, all.aStep, all.b + all.bRow * q, all.bRow, all.bStep, out, n, columns);
    row += n;
  }
  if (!cut) return;
  const a = all.a + all.aRow * (all.aPeriod != 0 ? end % all.aPeriod : end);
  const b = all.b + all.bRow * (all.bPeriod != 0 ? end % all.bPeriod : end);
  const out = all.out + (<usize>end * columns << 2);
  const whole = columns - left;
  const skip = <usize>whole << 2;
  binary(op, a, 0, all.aStep, b, 0, all.bStep, out, 1, whole);
  // Two vectors of these `binary` uses itself.
  const last = spare() + 32;
  binary(op, a + (all.aStep != 0 ? skip : 0), 0, all.aStep, b + (all.bStep != 0 ? skip : 0), 0, all.bStep, last, 1, left);
  storeLanes(out + skip, v128.load(last), left);
}

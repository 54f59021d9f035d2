// Rows of a matrix, chosen by their numbers, and elements of rows.
import { job, PICKED, share, threadsForElements } from './parallel';
import { storeLanes } from './vector';

/** Row i of `out` = row `index[i]` of x, of `columns` floats each; up to 12 bytes behind rows are read. */
export function gatherRows(x: usize, index: usize, rows: i32, columns: i32, out: usize): void {
  const row = <usize>columns << 2;
  for (const end = index + (<usize>rows << 2); index < end; index += 4) {
    let from = x + <usize>load<i32>(index) * row;
    const last = from + (row & ~31);
    for (; from < last; from += 32, out += 32) {
      v128.store(out, v128.load(from));
      v128.store(out, v128.load(from, 16), 16);
    }
    for (let left = columns & 7; left > 0; left -= 4, from += 16) {
      storeLanes(out, v128.load(from), left);
      out += <usize>min(left, 4) << 2;
    }
  }
}

/** Whether n whole numbers are from 0 below `size`. */
export function within(index: usize, n: i32, size: i32): bool {
  const last = i32x4.splat(size - 1);
  // The sign of all: it is set where one is less than 0, or more than the last.
  let a = i32x4.splat(0);
  let b = a;
  const end = index + (<usize>n << 2);
  for (const whole = index + ((<usize>n << 2) & ~31); index < whole; index += 32) {
    const v = v128.load(index);
    const w = v128.load(index, 16);
    a = v128.or(a, v128.or(v, i32x4.sub(last, v)));
    b = v128.or(b, v128.or(w, i32x4.sub(last, w)));
  }
  let sign = i32x4.bitmask(v128.or(a, b));
  for (; index < end; index += 4) {
    const v = load<i32>(index);
    sign |= <i32>(<u32>(v | (size - 1 - v)) >> 31);
  }
  return sign == 0;
}

@unmanaged
class Picked {
  x: usize;
  index: usize;
  columns: i32;
  count: i32;
  rows: i32;
  out: usize;
  perPart: i32;
}

/** Elements of a part. */
const PART = 8192;

/** out[i, j] = x[i, index[i, j]], where rows of x are of `columns` floats, and those of the others of `count`. */
export function pick(x: usize, index: usize, rows: i32, columns: i32, count: i32, out: usize): void {
  const all = changetype<Picked>(job());
  all.x = x;
  all.index = index;
  all.columns = columns;
  all.count = count;
  all.rows = rows;
  all.out = out;
  const per = max(1, PART / count);
  all.perPart = per;
  share(PICKED, (rows + per - 1) / per, threadsForElements(<i64>rows * count));
}

export function pickedPart(i: i32): void {
  const all = changetype<Picked>(job());
  const from = i * all.perPart;
  const end = min(from + all.perPart, all.rows);
  const size = <usize>all.count << 2;
  let x = all.x + (<usize>from * all.columns << 2);
  let index = all.index + size * from;
  let out = all.out + size * from;
  for (let row = from; row < end; row++, x += <usize>all.columns << 2) {
    for (const last = index + size; index < last; index += 4, out += 4) {
      store<f32>(out, load<f32>(x + (<usize>load<i32>(index) << 2)));
    }
  }
}

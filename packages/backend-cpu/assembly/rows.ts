// Rows of a matrix, chosen by their numbers.
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

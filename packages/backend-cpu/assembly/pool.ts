// The usual max-pooling: windows of two by two, side by side.
import { choose } from './vector';

/** Whether lanes of `x` come before those of `best`: they are larger, or NaN. */
@inline function before(x: v128, best: v128): v128 {
  return v128.or(f32x4.gt(x, best), f32x4.ne(x, x));
}

/**
 * The largest element of each window of `planes` channels x [h, w] and its position in its channel; a last odd row or column
 * is in none. Up to 12 bytes behind results and positions are written, and up to 28 behind x are read.
 */
export function maxPool2(x: usize, planes: i32, h: i32, w: i32, out: usize, indices: usize): void {
  const row = <usize>w << 2;
  const columns = <usize>(w >> 1) << 2;
  const below = i32x4.splat(w);
  const right = i32x4.splat(1);
  for (let p = 0; p < planes; p++) {
    for (let i = 0; i + 1 < h; i += 2) {
      let from = x + <usize>i * row;
      let at = i32x4.add(i32x4.splat(i * w), i32x4(0, 2, 4, 6));
      // Vectors reach beyond the end of a row, where the next one is written after.
      for (let j: usize = 0; j < columns; j += 16, from += 32) {
        const a = v128.load(from);
        const b = v128.load(from, 16);
        const c = v128.load(from + row);
        const d = v128.load(from + row, 16);
        let best = v128.shuffle<f32>(a, b, 0, 2, 4, 6);
        let place = at;
        let next = v128.shuffle<f32>(a, b, 1, 3, 5, 7);
        let mask = before(next, best);
        best = choose(mask, next, best);
        place = choose(mask, i32x4.add(at, right), place);
        const under = i32x4.add(at, below);
        next = v128.shuffle<f32>(c, d, 0, 2, 4, 6);
        mask = before(next, best);
        best = choose(mask, next, best);
        place = choose(mask, under, place);
        next = v128.shuffle<f32>(c, d, 1, 3, 5, 7);
        mask = before(next, best);
        v128.store(out + j, choose(mask, next, best));
        v128.store(indices + j, choose(mask, i32x4.add(under, right), place));
        at = i32x4.add(at, i32x4.splat(8));
      }
      out += columns;
      indices += columns;
    }
    x += row * h;
  }
}

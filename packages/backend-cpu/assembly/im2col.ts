// Images and the windows that slide over them. Windows are read from images with their padding around them, so that none
// needs a test for the edge: `pad` first, or `crop` last. Rows are written in order, and as whole vectors, the end of
// each of which the next row overwrites.
import { zero } from './vector';

// How windows slide, for all that follows until it is set anew: an argument less for each of these everywhere.
export let rows = 0;
export let columns = 0;
export let area = 0;
export let padded = false;
/** The elements of a channel without and with its padding. */
export let plane = 0;
export let paddedPlane = 0;
let height = 0;
let width = 0;
let kernelHeight = 0;
let kernelWidth = 0;
let rowStride = 0;
let columnStride = 0;
let top = 0;
let left = 0;
let rowDilation = 0;
let columnDilation = 0;
let paddedWidth = 0;

/** Sets how windows slide over images of h x w, and returns how many there are. */
export function setWindows(
  h: i32,
  w: i32,
  kh: i32,
  kw: i32,
  sh: i32,
  sw: i32,
  ph: i32,
  pw: i32,
  dh: i32,
  dw: i32,
): i32 {
  height = h;
  width = w;
  kernelHeight = kh;
  kernelWidth = kw;
  rowStride = sh;
  columnStride = sw;
  top = ph;
  left = pw;
  rowDilation = dh;
  columnDilation = dw;
  area = kh * kw;
  padded = (ph | pw) != 0;
  plane = h * w;
  paddedWidth = w + 2 * pw;
  paddedPlane = (h + 2 * ph) * paddedWidth;
  rows = (h + 2 * ph - dh * (kh - 1) - 1) / sh + 1;
  columns = (paddedWidth - dw * (kw - 1) - 1) / sw + 1;
  return rows * columns;
}

/** Copies n floats, and up to 3 more. */
@inline export function copy(from: usize, to: usize, n: i32): void {
  const end = to + (<usize>n << 2);
  for (; to < end; to += 16, from += 16) v128.store(to, v128.load(from));
}

/** Copies every second float, n of them, and up to 3 more. */
@inline function copyEven(from: usize, to: usize, n: i32): void {
  const end = to + (<usize>n << 2);
  for (; to < end; to += 16, from += 32) {
    v128.store(to, v128.shuffle<f32>(v128.load(from), v128.load(from, 16), 0, 2, 4, 6));
  }
}

/** Adds n floats to every second one. */
@inline function accumulateEven(from: usize, to: usize, n: i32): void {
  const end = from + (<usize>n << 2);
  const whole = from + (<usize>(n & ~3) << 2);
  for (; from < whole; from += 16, to += 32) {
    const x = v128.load(from);
    v128.store(to, f32x4.add(v128.load(to), v128.shuffle<f32>(x, zero(), 0, 4, 1, 5)));
    v128.store(to, f32x4.add(v128.load(to, 16), v128.shuffle<f32>(x, zero(), 2, 6, 3, 7)), 16);
  }
  for (; from < end; from += 4, to += 8) store<f32>(to, load<f32>(to) + load<f32>(from));
}

/** Writes n zeros, and up to 3 more. */
@inline function clear(to: usize, n: i32): void {
  const end = to + (<usize>n << 2);
  for (; to < end; to += 16) v128.store(to, zero());
}

/** to += from, n floats. */
@inline export function accumulate(from: usize, to: usize, n: i32): void {
  const end = to + (<usize>n << 2);
  const whole = to + (<usize>(n & ~3) << 2);
  for (; to < whole; to += 16, from += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
  for (; to < end; to += 4, from += 4) store<f32>(to, load<f32>(to) + load<f32>(from));
}

/** Channels with zeros around them. */
export function pad(x: usize, channels: i32, out: usize): void {
  const row = <usize>width << 2;
  const side = <usize>left << 2;
  const edge = top * paddedWidth;
  for (let c = 0; c < channels; c++) {
    clear(out, edge);
    out += <usize>edge << 2;
    for (let y = 0; y < height; y++) {
      clear(out, left);
      copy(x, out + side, width);
      clear(out + side + row, left);
      x += row;
      out += row + 2 * side;
    }
    clear(out, edge);
    out += <usize>edge << 2;
  }
}

/** Channels without what is around them. */
export function crop(x: usize, channels: i32, out: usize): void {
  const row = <usize>width << 2;
  const step = <usize>paddedWidth << 2;
  for (let c = 0; c < channels; c++) {
    let from = x + ((<usize>(top * paddedWidth + left)) << 2);
    for (let y = 0; y < height; y++) {
      copy(from, out, width);
      from += step;
      out += row;
    }
    x += <usize>paddedPlane << 2;
  }
}

/** `count` rows of windows, from `first` on, of padded channels: [channels * kh * kw, count * columns]. */
export function im2col(x: usize, channels: i32, first: i32, count: i32, out: usize): void {
  const row = <usize>columns << 2;
  const step = (<usize>(rowStride * paddedWidth)) << 2;
  const stride = <usize>columnStride << 2;
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < kernelHeight; i++) {
      for (let j = 0; j < kernelWidth; j++) {
        let from = x + ((<usize>((first * rowStride + i * rowDilation) * paddedWidth + j * columnDilation)) << 2);
        for (let r = 0; r < count; r++) {
          if (columnStride == 1) {
            copy(from, out, columns);
          } else if (columnStride == 2) {
            copyEven(from, out, columns);
          } else {
            let at = from;
            for (let q: usize = 0; q < row; q += 4, at += stride) store<f32>(out + q, load<f32>(at));
          }
          from += step;
          out += row;
        }
      }
    }
    x += <usize>paddedPlane << 2;
  }
}

/** The adjoint of `im2col`: adds windows to padded channels. */
export function col2im(windows: usize, channels: i32, first: i32, count: i32, out: usize): void {
  const row = <usize>columns << 2;
  const step = (<usize>(rowStride * paddedWidth)) << 2;
  const stride = <usize>columnStride << 2;
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < kernelHeight; i++) {
      for (let j = 0; j < kernelWidth; j++) {
        let to = out + ((<usize>((first * rowStride + i * rowDilation) * paddedWidth + j * columnDilation)) << 2);
        for (let r = 0; r < count; r++) {
          if (columnStride == 1) {
            accumulate(windows, to, columns);
          } else if (columnStride == 2) {
            accumulateEven(windows, to, columns);
          } else {
            let at = to;
            for (let q: usize = 0; q < row; q += 4, at += stride) store<f32>(at, load<f32>(at) + load<f32>(windows + q));
          }
          to += step;
          windows += row;
        }
      }
    }
    out += <usize>paddedPlane << 2;
  }
}

/** The windows of n channels as columns; `work` has room for a padded channel. */
export function unfold(x: usize, n: i32, out: usize, work: usize): void {
  for (let i = 0; i < n; i++) {
    if (padded) pad(x, 1, work);
    im2col(padded ? work : x, 1, 0, rows, out);
    x += <usize>plane << 2;
    out += (<usize>(area * rows * columns)) << 2;
  }
}

/** n channels from their windows; `work` has room for a padded channel. */
export function fold(windows: usize, n: i32, out: usize, work: usize): void {
  for (let i = 0; i < n; i++) {
    const to = padded ? work : out;
    memory.fill(to, 0, <usize>paddedPlane << 2);
    col2im(windows, 1, 0, rows, to);
    if (padded) crop(work, 1, out);
    windows += (<usize>(area * rows * columns)) << 2;
    out += <usize>plane << 2;
  }
}

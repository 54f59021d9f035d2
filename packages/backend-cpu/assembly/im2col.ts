// Images, and the windows that slide over them. Windows are read from images with their padding around them, so that none
// needs a test for the edge.
import { zero } from './vector';

// How windows slide, for all that follows until it is set anew: ten arguments less for every function.
export let rows = 0;
export let columns = 0;
/** The elements of a window in one channel. */
export let area = 0;
/** The elements of a channel without and with its padding. */
export let plane = 0;
export let paddedPlane = 0;
export let height = 0;
export let width = 0;
let kernelHeight = 0;
let kernelWidth = 0;
export let rowStride = 0;
export let columnStride = 0;
export let top = 0;
export let left = 0;
let rowDilation = 0;
let columnDilation = 0;
export let paddedWidth = 0;

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
  plane = h * w;
  paddedWidth = w + 2 * pw;
  paddedPlane = (h + 2 * ph) * paddedWidth;
  rows = (h + 2 * ph - dh * (kh - 1) - 1) / sh + 1;
  columns = (paddedWidth - dw * (kw - 1) - 1) / sw + 1;
  return rows * columns;
}

/** How far, in bytes, the elements of a window are from its first pixel in padded channels: `depth` integers. */
export function windowTable(channels: i32, at: usize): void {
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < kernelHeight; i++) {
      for (let j = 0; j < kernelWidth; j++, at += 4) {
        store<i32>(at, (c * paddedPlane + i * rowDilation * paddedWidth + j * columnDilation) << 2);
      }
    }
  }
}

/** The pixels between the first and the last element of a window in a padded channel: so many zeros are before `widen`'s rows. */
export function windowReach(): i32 {
  return rowDilation * (kernelHeight - 1) * paddedWidth + columnDilation * (kernelWidth - 1);
}

/** The elements of a channel that `widen` makes. */
export function widePlane(): i32 {
  return windowReach() + paddedPlane;
}

/** How far the results that a pixel is part of are from its place in what `widen` makes: `outputs * area` integers. */
export function resultTable(outputs: i32, at: usize): void {
  const last = windowReach();
  const size = widePlane();
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < kernelHeight; i++) {
      for (let j = 0; j < kernelWidth; j++, at += 4) {
        store<i32>(at, (o * size + last - i * rowDilation * paddedWidth - j * columnDilation) << 2);
      }
    }
  }
}

/** Lays out rows of results as far apart as those of the padded images are, for a stride of 1, in the middle of zeros. */
export function widen(y: usize, outputs: i32, to: usize): void {
  const size = widePlane();
  memory.fill(to, 0, (<usize>(outputs * size)) << 2);
  const row = <usize>columns << 2;
  const whole = row & ~15;
  const step = <usize>paddedWidth << 2;
  to += <usize>windowReach() << 2;
  for (let o = 0; o < outputs; o++, to += <usize>size << 2) {
    for (let r = 0, at = to; r < rows; r++, at += step, y += row) {
      let p: usize = 0;
      for (; p < whole; p += 16) v128.store(at + p, v128.load(y + p));
      for (; p < row; p += 4) store<f32>(at + p, load<f32>(y + p));
    }
  }
}

/** Leaves at an address how windows slide, for `takeWindows`. */
export function keepWindows(at: usize): void {
  store<i32>(at, height);
  store<i32>(at, width, 4);
  store<i32>(at, kernelHeight, 8);
  store<i32>(at, kernelWidth, 12);
  store<i32>(at, rowStride, 16);
  store<i32>(at, columnStride, 20);
  store<i32>(at, top, 24);
  store<i32>(at, left, 28);
  store<i32>(at, rowDilation, 32);
  store<i32>(at, columnDilation, 36);
}

/** Sets how windows slide as another thread left it: each has variables of its own. */
export function takeWindows(at: usize): void {
  setWindows(
    load<i32>(at),
    load<i32>(at, 4),
    load<i32>(at, 8),
    load<i32>(at, 12),
    load<i32>(at, 16),
    load<i32>(at, 20),
    load<i32>(at, 24),
    load<i32>(at, 28),
    load<i32>(at, 32),
    load<i32>(at, 36),
  );
}

/** Puts channels into the middle of zeros. */
export function pad(x: usize, channels: i32, padded: usize): void {
  memory.fill(padded, 0, (<usize>(channels * paddedPlane)) << 2);
  frame(x, channels, padded, false);
}

/** Takes channels out of what is around them. */
export function crop(padded: usize, channels: i32, x: usize): void {
  frame(x, channels, padded, true);
}

function frame(x: usize, channels: i32, padded: usize, out: bool): void {
  const row = <usize>width << 2;
  const whole = row & ~15;
  for (let c = 0; c < channels; c++) {
    let inner = padded + ((<usize>(c * paddedPlane + top * paddedWidth + left)) << 2);
    for (let y = 0; y < height; y++) {
      const from = out ? inner : x;
      const to = out ? x : inner;
      let p: usize = 0;
      for (; p < whole; p += 16) v128.store(to + p, v128.load(from + p));
      for (; p < row; p += 4) store<f32>(to + p, load<f32>(from + p));
      inner += <usize>paddedWidth << 2;
      x += row;
    }
  }
}

/**
 * Copies `count` rows of windows, from `first` on, of padded channels to [channels * kh * kw, count * columns]; or, `back`,
 * adds them to the channels.
 */
export function slide(x: usize, channels: i32, first: i32, count: i32, windows: usize, back: bool): void {
  const row = <usize>columns << 2;
  const step = (<usize>(rowStride * paddedWidth)) << 2;
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < kernelHeight; i++) {
      for (let j = 0; j < kernelWidth; j++) {
        let at = x + ((<usize>((first * rowStride + i * rowDilation) * paddedWidth + j * columnDilation)) << 2);
        for (let r = 0; r < count; r++) {
          if (back) addRow(windows, at);
          else copyRow(at, windows);
          at += step;
          windows += row;
        }
      }
    }
    x += <usize>paddedPlane << 2;
  }
}

/** A row of a window's elements; the last vector may write past the end, where the next row follows. */
@inline function copyRow(from: usize, to: usize): void {
  const end = to + (<usize>columns << 2);
  if (columnStride == 1) {
    for (; to < end; to += 16, from += 16) v128.store(to, v128.load(from));
  } else if (columnStride == 2) {
    for (; to < end; to += 16, from += 32) {
      v128.store(to, v128.shuffle<f32>(v128.load(from), v128.load(from, 16), 0, 2, 4, 6));
    }
  } else {
    const stride = <usize>columnStride << 2;
    for (; to < end; to += 4, from += stride) store<f32>(to, load<f32>(from));
  }
}

@inline function addRow(from: usize, to: usize): void {
  const end = from + (<usize>columns << 2);
  const whole = end - 12;
  if (columnStride == 1) {
    for (; from < whole; from += 16, to += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
  } else if (columnStride == 2) {
    for (; from < whole; from += 16, to += 32) {
      const x = v128.load(from);
      v128.store(to, f32x4.add(v128.load(to), v128.shuffle<f32>(x, zero(), 0, 4, 1, 5)));
      v128.store(to, f32x4.add(v128.load(to, 16), v128.shuffle<f32>(x, zero(), 2, 6, 3, 7)), 16);
    }
  }
  const stride = <usize>columnStride << 2;
  for (; from < end; from += 4, to += stride) store<f32>(to, load<f32>(to) + load<f32>(from));
}

/** The windows of n channels as columns, or, `back`, channels from them; `work` has room for a padded channel. */
export function unfold(x: usize, n: i32, windows: usize, back: bool, work: usize): void {
  const padded = plane != paddedPlane;
  for (let i = 0; i < n; i++) {
    const channel = padded ? work : x;
    if (back) memory.fill(channel, 0, <usize>paddedPlane << 2);
    else if (padded) pad(x, 1, work);
    slide(channel, 1, 0, rows, windows, back);
    if (back && padded) crop(work, 1, x);
    windows += (<usize>(area * rows * columns)) << 2;
    x += <usize>plane << 2;
  }
}

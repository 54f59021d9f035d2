import type { Shape, TypedArray, View, Windows } from '@kindling/tensor-core/backend';
import { rowMajor } from '../../kernels/copy.js';
import { allocate } from '../../memory.js';

/** How many windows images of a size have along one dimension. */
export function windowCount(size: number, { kernel, stride, padding, dilation }: Windows, d: 0 | 1): number {
  return Math.floor((size + 2 * padding[d] - dilation[d] * (kernel[d] - 1) - 1) / stride[d]) + 1;
}

/** Where in a channel [h, w] the elements of all windows are, in the order of `unfold`; -1 for padding. */
function places(h: number, w: number, windows: Windows): Int32Array {
  const { kernel, stride, padding, dilation } = windows;
  const [rows, columns] = [windowCount(h, windows, 0), windowCount(w, windows, 1)];
  const result = new Int32Array(kernel[0] * kernel[1] * rows * columns);
  let at = 0;
  for (let i = 0; i < kernel[0]; i++) {
    for (let j = 0; j < kernel[1]; j++) {
      for (let r = 0, y = i * dilation[0] - padding[0]; r < rows; r++, y += stride[0]) {
        for (let q = 0, x = j * dilation[1] - padding[1]; q < columns; q++, x += stride[1]) {
          result[at++] = y >= 0 && y < h && x >= 0 && x < w ? y * w + x : -1;
        }
      }
    }
  }
  return result;
}

/** The windows of images [n, c, h, w] as columns [n, c * kh * kw, windows]. */
export function unfold(x: View, windows: Windows): TypedArray {
  const [n, c, h, w] = x.shape as readonly [number, number, number, number];
  const table = places(h, w, windows);
  const values = rowMajor(x);
  const out = allocate(x.dtype, n * c * table.length);
  for (let channel = 0, at = 0; channel < n * c; channel++) {
    const from = channel * h * w;
    for (let k = 0; k < table.length; k++, at++) out[at] = table[k]! < 0 ? 0 : values[from + table[k]!]!;
  }
  return out;
}

/** The adjoint of `unfold`: columns [n, c * kh * kw, windows] added up in images of a shape [n, c, h, w]. */
export function fold(columns: View, shape: Shape, windows: Windows): TypedArray {
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  const table = places(h, w, windows);
  const values = rowMajor(columns);
  const out = allocate(columns.dtype, n * c * h * w).fill(0);
  for (let channel = 0, at = 0; channel < n * c; channel++) {
    const to = channel * h * w;
    for (let k = 0; k < table.length; k++, at++) {
      const place = table[k]!;
      if (place >= 0) out[to + place] = out[to + place]! + values[at]!;
    }
  }
  return out;
}

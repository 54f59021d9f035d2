import { flatten, pad, reshape, slice, stack, type Tensor, unfold } from '@kindling/tensor-core';
import { type Spans, sizeOf } from '@kindling/tensor-core/internal';
import type { Along, Sliding } from './spans.js';

/** Windows one by one, or as the columns of one tensor: [planes, window, windows]. */
export type Columns = readonly Tensor[] | Tensor;

/** Every channel as an image of its own, [planes, 1, h, w]. */
function planes(x: Tensor): Tensor {
  return reshape(x, [sizeOf(x.shape.slice(0, -2)), 1, ...x.shape.slice(-2)]);
}

/** The windows of images, for backends without a kernel; what lies around the images is `outside`. */
export function columnsOf(x: Tensor, sliding: Sliding, rows: Along, columns: Along, outside: number): Tensor {
  const [ph, pw] = sliding.padding;
  const around = [pw, pw + columns.over, ph, ph + rows.over];
  const images = planes(x);
  const padded = around.some((amount) => amount > 0) ? pad(images, around, outside) : images;
  return unfold(padded, sliding.kernel, { stride: sliding.stride, dilation: sliding.dilation });
}

/** The windows one by one, each [planes, elements]: of any sizes, and for backends without a kernel. */
export function windowsOf(x: Tensor, rows: Spans, columns: Spans): Tensor[] {
  const images = planes(x);
  return rows.starts.flatMap((top, i) => {
    const band = slice(images, 2, top, rows.ends[i]!, rows.step);
    return columns.starts.map((left, j) => flatten(slice(band, 3, left, columns.ends[j]!, columns.step), 1));
  });
}

/** Reduces windows, of which the elements are dimension 1, to one element each: [planes, windows]. */
export function reduceColumns(from: Columns, reduce: (window: Tensor, number: number) => Tensor): Tensor {
  return Array.isArray(from) ? stack((from as readonly Tensor[]).map(reduce), 1) : reduce(from as Tensor, 0);
}

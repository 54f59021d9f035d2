import { wrong } from '@internal/arguments';
import { ArgumentError, ShapeError, type Tensor } from '@kindling/tensor-core';
import { formatShape, requireFloat, type WeightedSpans, wrongShape } from '@kindling/tensor-core/internal';

/** How windows slide over images; each pair is for rows and columns. */
export interface Sliding {
  readonly kernel: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly dilation: readonly [number, number];
  /** Whether a last window may hang over the edge. */
  readonly ceilMode: boolean;
}

/** The windows along one dimension. */
export interface Along extends WeightedSpans {
  /** By how much the last window hangs over the padded image. */
  readonly over: number;
}

/**
 * Where the windows lie along one dimension of an image, cut to what is inside.
 *
 * @param countIncludePad - whether the padding counts in the means for which the weights are.
 */
export function slide(name: string, sliding: Sliding, size: number, d: 0 | 1, countIncludePad = false): Along {
  const { kernel, stride, padding, dilation, ceilMode } = sliding;
  const [step, pad] = [stride[d], padding[d]];
  if (pad > kernel[d] / 2) {
    throw new ArgumentError(
      `${name}: the padding must lie between 0 and half of the window ${formatShape(kernel)}, not ${formatShape(padding)}`,
    );
  }
  const reach = dilation[d] * (kernel[d] - 1) + 1;
  const room = size + 2 * pad - reach;
  let count = Math.floor((room + (ceilMode ? step - 1 : 0)) / step) + 1;
  // The last window begins inside the image or the padding before it.
  if (ceilMode && (count - 1) * step >= size + pad) count--;
  const starts: number[] = [];
  const ends: number[] = [];
  const weights: number[] = [];
  for (let i = 0, start = -pad; i < count; i++, start += step) {
    const inside = start < 0 ? start + dilation[d] * Math.ceil(-start / dilation[d]) : start;
    const end = Math.min(start + reach, size);
    starts.push(inside);
    ends.push(end);
    weights.push(1 / (countIncludePad ? Math.min(start + reach, size + pad) - start : end - inside));
  }
  if (count < 1 || starts.some((start, i) => start >= ends[i]!)) {
    throw new ShapeError(
      `${name}: a window of ${formatShape(kernel)} (dilation ${formatShape(dilation)}) does not fit into ${size} elements (padding ${formatShape(padding)})`,
    );
  }
  return { starts, ends, step: dilation[d], weights, over: Math.max(0, (count - 1) * step - room) };
}

/** The spans of `count` windows that divide a dimension as evenly as can be. */
export function divide(name: string, size: number, count: number): WeightedSpans {
  if (!Number.isInteger(count) || count < 1) {
    wrong(ArgumentError, name, 'the output size', 'a whole number from 1, or null', count);
  }
  if (size === 0) throw new ShapeError(`${name}: there is nothing to divide into ${count} windows`);
  const starts = Array.from({ length: count }, (_, i) => Math.floor((i * size) / count));
  const ends = Array.from({ length: count }, (_, i) => Math.ceil(((i + 1) * size) / count));
  return { starts, ends, step: 1, weights: starts.map((start, i) => 1 / (ends[i]! - start)) };
}

/** Throws unless images are [n, c, h, w] or [c, h, w] of floats. */
export function checkImages(name: string, x: Tensor): void {
  requireFloat(name, x);
  if (x.ndim !== 3 && x.ndim !== 4) {
    wrongShape(name, 'the images', '[n, c, h, w] or [c, h, w]', x);
  }
}

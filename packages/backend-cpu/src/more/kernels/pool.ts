import type { Shape, Spans, TypedArray, View, WeightedSpans } from '@kindling/tensor-core/backend';
import { rowMajor } from '../../kernels/copy.js';
import { allocate } from '../../memory.js';

/** What {@link maxPool2d} makes. */
export interface Chosen {
  readonly values: TypedArray;
  /** Where in its channel each is. */
  readonly indices: TypedArray;
}

/** The largest element of each window, and its position in its channel. */
export function maxPool2d(x: View, rows: Spans, columns: Spans): Chosen {
  const [n, c, h, w] = x.shape as readonly [number, number, number, number];
  const from = rowMajor(x);
  const size = n * c * rows.starts.length * columns.starts.length;
  const values = allocate(x.dtype, size);
  const indices = allocate('int32', size);
  for (let plane = 0, at = 0; at < size; plane += h * w) {
    for (let i = 0; i < rows.starts.length; i++) {
      const top = plane + rows.starts[i]! * w;
      const bottom = plane + rows.ends[i]! * w;
      for (let j = 0; j < columns.starts.length; j++, at++) {
        const left = columns.starts[j]!;
        const right = columns.ends[j]!;
        let place = top + left;
        let best = from[place]!;
        for (let y = top; y < bottom; y += w * rows.step) {
          for (let z = y + left; z < y + right; z += columns.step) {
            const value = from[z]!;
            // NaN comes before all.
            if (value > best || Number.isNaN(value)) {
              best = value;
              place = z;
            }
          }
        }
        values[at] = best;
        indices[at] = place - plane;
      }
    }
  }
  return { values, indices };
}

/** Gradients of the largest elements, added up where these are. */
export function maxPool2dBackward(grad: View, indices: View, [n, c, h, w]: Shape): TypedArray {
  const g = rowMajor(grad);
  const positions = rowMajor(indices);
  const planes = n! * c!;
  const area = h! * w!;
  const out = allocate(grad.dtype, planes * area).fill(0);
  const windows = g.length / planes;
  for (let at = 0, end = windows, plane = 0; at < g.length; end += windows, plane += area) {
    for (; at < end; at++) {
      const to = plane + positions[at]!;
      out[to] = out[to]! + g[at]!;
    }
  }
  return out;
}

/** The weighted sum of each window. */
export function avgPool2d(x: View, rows: WeightedSpans, columns: WeightedSpans): TypedArray {
  const [n, c, h, w] = x.shape as readonly [number, number, number, number];
  const from = rowMajor(x);
  const out = allocate(x.dtype, n * c * rows.starts.length * columns.starts.length);
  for (let plane = 0, at = 0; at < out.length; plane += h * w) {
    for (let i = 0; i < rows.starts.length; i++) {
      const top = plane + rows.starts[i]! * w;
      const bottom = plane + rows.ends[i]! * w;
      for (let j = 0; j < columns.starts.length; j++, at++) {
        const left = columns.starts[j]!;
        const right = columns.ends[j]!;
        let sum = 0;
        for (let y = top; y < bottom; y += w * rows.step) {
          for (let z = y + left; z < y + right; z += columns.step) sum += from[z]!;
        }
        out[at] = sum * rows.weights[i]! * columns.weights[j]!;
      }
    }
  }
  return out;
}

/** Gradients of weighted sums, spread over the elements of their windows. */
export function avgPool2dBackward(grad: View, rows: WeightedSpans, columns: WeightedSpans, shape: Shape): TypedArray {
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  const g = rowMajor(grad);
  const out = allocate(grad.dtype, n * c * h * w).fill(0);
  for (let plane = 0, at = 0; at < g.length; plane += h * w) {
    for (let i = 0; i < rows.starts.length; i++) {
      const top = plane + rows.starts[i]! * w;
      const bottom = plane + rows.ends[i]! * w;
      for (let j = 0; j < columns.starts.length; j++, at++) {
        const part = g[at]! * rows.weights[i]! * columns.weights[j]!;
        const left = columns.starts[j]!;
        const right = columns.ends[j]!;
        for (let y = top; y < bottom; y += w * rows.step) {
          for (let z = y + left; z < y + right; z += columns.step) out[z] = out[z]! + part;
        }
      }
    }
  }
  return out;
}

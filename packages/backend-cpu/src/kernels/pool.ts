import type { Shape, Spans, TypedArray, View, WeightedSpans } from '@kindling/tensor-core/backend';
import { allocate } from '../memory.js';
import { rowMajor } from './copy.js';

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
  eachWindow(n * c, h * w, rows, columns, (at, plane, i, j) => {
    let best = rows.starts[i]! * w + columns.starts[j]!;
    for (let y = rows.starts[i]!; y < rows.ends[i]!; y += rows.step) {
      for (let z = columns.starts[j]!; z < columns.ends[j]!; z += columns.step) {
        const value = from[plane + y * w + z]!;
        if (value > from[plane + best]! || Number.isNaN(value)) best = y * w + z;
      }
    }
    values[at] = from[plane + best]!;
    indices[at] = best;
  });
  return { values, indices };
}

/** Gradients of the largest elements, added up where these are. */
export function maxPool2dBackward(grad: View, indices: View, [n, c, h, w]: Shape): TypedArray {
  const g = rowMajor(grad);
  const positions = rowMajor(indices);
  const out = allocate(grad.dtype, n! * c! * h! * w!).fill(0);
  const windows = g.length / (n! * c!);
  for (let i = 0, at = 0, plane = 0; i < n! * c!; i++, plane += h! * w!) {
    for (let j = 0; j < windows; j++, at++) {
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
  eachWindow(n * c, h * w, rows, columns, (at, plane, i, j) => {
    let sum = 0;
    for (let y = rows.starts[i]!; y < rows.ends[i]!; y += rows.step) {
      for (let z = columns.starts[j]!; z < columns.ends[j]!; z += columns.step) sum += from[plane + y * w + z]!;
    }
    out[at] = sum * rows.weights[i]! * columns.weights[j]!;
  });
  return out;
}

/** Gradients of weighted sums, spread over the elements of their windows. */
export function avgPool2dBackward(grad: View, rows: WeightedSpans, columns: WeightedSpans, shape: Shape): TypedArray {
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  const g = rowMajor(grad);
  const out = allocate(grad.dtype, n * c * h * w).fill(0);
  eachWindow(n * c, h * w, rows, columns, (at, plane, i, j) => {
    const part = g[at]! * rows.weights[i]! * columns.weights[j]!;
    for (let y = rows.starts[i]!; y < rows.ends[i]!; y += rows.step) {
      for (let z = columns.starts[j]!; z < columns.ends[j]!; z += columns.step) {
        const to = plane + y * w + z;
        out[to] = out[to]! + part;
      }
    }
  });
  return out;
}

/** Calls with the number of each window of `planes` channels, with where its channel begins, and with its row and column. */
function eachWindow(
  planes: number,
  area: number,
  rows: Spans,
  columns: Spans,
  visit: (at: number, plane: number, row: number, column: number) => void,
): void {
  for (let p = 0, at = 0; p < planes; p++) {
    for (let i = 0; i < rows.starts.length; i++) {
      for (let j = 0; j < columns.starts.length; j++, at++) visit(at, p * area, i, j);
    }
  }
}

import type { DType, Operand, TypedArray, View } from '@kindling/tensor-core/backend';
import { denseValues, valuesOf } from '../buffer.js';
import { allocate } from '../memory.js';
import { sourceOf } from './operand.js';
import { Walk } from './walk.js';

/** `size` elements of one value. */
export function fill(size: number, value: number, dtype: DType): TypedArray {
  const out = allocate(dtype, size);
  return out.fill(dtype === 'bool' ? Number(value !== 0) : value);
}

/** The elements of a view in row-major order, converted: floats are cut to int32, and anything but 0 is true. */
export function copy(x: View, dtype: DType = x.dtype): TypedArray {
  const out = allocate(dtype, x.count);
  const from = valuesOf(x);
  const toBool = dtype === 'bool' && x.dtype !== 'bool';
  if (x.dense && !toBool) {
    if (x.count < 32) copyRow(out, 0, 1, from, x.offset, 1, x.count);
    else out.set(denseValues(x));
    return out;
  }
  const row = toBool ? truthRow : copyRow;
  const walk = new Walk(x.shape, [x.strides], [x.offset]);
  for (let r = 0, at = 0; r < walk.rows; r++, at += walk.length, walk.next()) {
    row(out, at, 1, from, walk.at[0]!, walk.steps[0]!, walk.length);
  }
  return out;
}

/** The elements of a view in row-major order, to be read: where they are, if they lie so already, else a copy. */
export function rowMajor(x: View): TypedArray {
  return x.dense ? denseValues(x) : copy(x);
}

/** Overwrites a view in place, with a view of the same shape and dtype or with one number. */
export function assign(target: View, source: Operand): void {
  const to = valuesOf(target);
  const from = sourceOf(source, target.dtype, 0);
  if (target.dense) {
    if (from.step === 0) {
      to.fill(from.values[0]!, target.offset, target.offset + target.count);
      return;
    }
    if (from.dense && target.count >= 32) {
      to.set(denseValues(source as View), target.offset);
      return;
    }
  }
  const walk = new Walk(target.shape, [target.strides, from.strides], [target.offset, from.offset]);
  for (let r = 0; r < walk.rows; r++, walk.next()) {
    copyRow(to, walk.at[0]!, walk.steps[0]!, from.values, walk.at[1]!, walk.steps[1]!, walk.length);
  }
}

function copyRow(out: TypedArray, oi: number, os: number, x: TypedArray, xi: number, xs: number, n: number): void {
  // A call takes longer than a few elements.
  if (os === 1 && xs === 0 && n >= 32) out.fill(x[xi]!, oi, oi + n);
  else if (os === 1 && xs === 1 && n >= 64) out.set(x.subarray(xi, xi + n), oi);
  else for (let i = 0; i < n; i++, oi += os, xi += xs) out[oi] = x[xi]!;
}

function truthRow(out: TypedArray, oi: number, os: number, x: TypedArray, xi: number, xs: number, n: number): void {
  for (let i = 0; i < n; i++, oi += os, xi += xs) out[oi] = x[xi] === 0 ? 0 : 1;
}

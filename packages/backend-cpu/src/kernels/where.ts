import type { DType, Operand, TypedArray, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { allocate } from '../memory.js';
import { sourceOf } from './operand.js';
import { Walk } from './walk.js';

/** `a` where the condition is true, else `b`; either may be one number. */
export function where(condition: View, a: Operand, b: Operand, dtype: DType): TypedArray {
  const { shape, count: size } = condition;
  const out = allocate(dtype, size);
  const x = sourceOf(a, dtype, 0);
  const y = sourceOf(b, dtype, 1);
  const test = valuesOf(condition);
  if (condition.dense && x.dense && y.dense) {
    let [ti, xi, yi] = [condition.offset, x.offset, y.offset];
    for (let i = 0; i < size; i++, ti++, xi += x.step, yi += y.step) {
      out[i] = test[ti] !== 0 ? x.values[xi]! : y.values[yi]!;
    }
    return out;
  }
  const walk = new Walk(shape, [condition.strides, x.strides, y.strides], [condition.offset, x.offset, y.offset]);
  for (let r = 0, at = 0; r < walk.rows; r++, at += walk.length, walk.next()) {
    const [ts, xs, ys] = walk.steps as [number, number, number];
    let [ti, xi, yi] = walk.at as [number, number, number];
    for (let i = at; i < at + walk.length; i++, ti += ts, xi += xs, yi += ys) {
      out[i] = test[ti] !== 0 ? x.values[xi]! : y.values[yi]!;
    }
  }
  return out;
}

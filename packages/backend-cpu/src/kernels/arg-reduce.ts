import type { TypedArray, View } from '@kindling/tensor-core/backend';
import { allocate } from '../memory.js';
import { groupsOf } from './reduce.js';

/** The position of the first largest or smallest element within each group of a reduction; NaN counts as both. */
export function argReduce(op: 'max' | 'min', x: View, keep: number): TypedArray {
  const groups = groupsOf(x, keep);
  const out = allocate('int32', groups.count);
  const position = op === 'max' ? argMax : argMin;
  groups.forEach((values, from, step, n, group) => {
    out[group] = position(values, from, step, n);
  });
  return out;
}

function argMax(x: TypedArray, from: number, step: number, n: number): number {
  let best = x[from]!;
  let position = 0;
  for (let i = 0, at = from; i < n; i++, at += step) {
    const v = x[at]!;
    if (Number.isNaN(v)) return i;
    if (v > best) {
      best = v;
      position = i;
    }
  }
  return position;
}

function argMin(x: TypedArray, from: number, step: number, n: number): number {
  let best = x[from]!;
  let position = 0;
  for (let i = 0, at = from; i < n; i++, at += step) {
    const v = x[at]!;
    if (Number.isNaN(v)) return i;
    if (v < best) {
      best = v;
      position = i;
    }
  }
  return position;
}

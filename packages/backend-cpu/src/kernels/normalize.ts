import type { Normalization, TypedArray, View } from '@kindling/tensor-core/backend';
import { allocate } from '../memory.js';
import { rowMajor } from './copy.js';

/** What {@link normalize} makes. */
export interface Normalized {
  readonly y: TypedArray;
  /** Of each group. */
  readonly mean: TypedArray;
  readonly variance: TypedArray;
}

/** Subtracts each group's mean and divides by its standard deviation, in double. */
export function normalize(x: View, weight: View | null, bias: View | null, how: Normalization): Normalized {
  const values = rowMajor(x);
  const w = weight && rowMajor(weight);
  const b = bias && rowMajor(bias);
  const y = allocate(x.dtype, x.count);
  const mean = allocate(x.dtype, how.groups);
  const variance = allocate(x.dtype, how.groups);
  for (let group = 0; group < how.groups; group++) {
    const stats = statistics(values, how, group);
    mean[group] = stats.mean;
    variance[group] = stats.variance;
    each(how, group, (at, of) => {
      y[at] = (values[at]! - stats.mean) * stats.scale * (w?.[of] ?? 1) + (b?.[of] ?? 0);
    });
  }
  return { y, mean, variance };
}

/** The gradients of x, weight and bias, where they are wanted. */
export function normalizeBackward(
  grad: View,
  x: View,
  weight: View | null,
  how: Normalization,
  [ofX, ofWeight, ofBias]: readonly boolean[],
): (TypedArray | null)[] {
  const { outer, groups, inner, perGroup } = how;
  const g = rowMajor(grad);
  const values = rowMajor(x);
  const w = weight && rowMajor(weight);
  const dx = ofX ? allocate(x.dtype, x.count) : null;
  const dWeight = new Float64Array(perGroup ? groups : inner);
  const dBias = new Float64Array(perGroup ? groups : inner);
  const count = outer * inner;
  for (let group = 0; group < groups; group++) {
    const { mean, scale } = statistics(values, how, group);
    let sum = 0;
    let along = 0;
    each(how, group, (at, of) => {
      const normal = (values[at]! - mean) * scale;
      dWeight[of] = dWeight[of]! + g[at]! * normal;
      dBias[of] = dBias[of]! + g[at]!;
      const slope = g[at]! * (w?.[of] ?? 1);
      sum += slope;
      along += slope * normal;
    });
    if (dx === null) continue;
    each(how, group, (at, of) => {
      const normal = (values[at]! - mean) * scale;
      dx[at] = (g[at]! * (w?.[of] ?? 1) - sum / count - (normal * along) / count) * scale;
    });
  }
  return [dx, ofWeight ? rounded(dWeight, x) : null, ofBias ? rounded(dBias, x) : null];
}

/** Calls with the position of each element of a group, and with that of its weight. */
function each(
  { outer, groups, inner, perGroup }: Normalization,
  group: number,
  visit: (at: number, of: number) => void,
): void {
  for (let i = 0; i < outer; i++) {
    let at = (i * groups + group) * inner;
    for (let j = 0; j < inner; j++, at++) visit(at, perGroup ? group : j);
  }
}

/** Mean, biased variance and `1 / sqrt(variance + eps)` of a group, the variance from what the mean leaves. */
function statistics(
  values: TypedArray,
  how: Normalization,
  group: number,
): { mean: number; variance: number; scale: number } {
  const count = how.outer * how.inner;
  let sum = 0;
  each(how, group, (at) => {
    sum += values[at]!;
  });
  const mean = sum / count;
  let squares = 0;
  each(how, group, (at) => {
    squares += (values[at]! - mean) ** 2;
  });
  const variance = squares / count;
  return { mean, variance, scale: 1 / Math.sqrt(variance + how.eps) };
}

function rounded(sums: Float64Array, { dtype }: View): TypedArray {
  const out = allocate(dtype, sums.length);
  out.set(sums);
  return out;
}

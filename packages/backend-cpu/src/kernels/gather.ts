import type { TypedArray, View } from '@kindling/tensor-core/backend';
import { rowMajorStrides } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { allocate } from '../memory.js';
import { copy } from './copy.js';
import { Walk } from './walk.js';

/** `out[i][j] = x[i][index[i][j]]` for `dim` 1, and so on for any number of dimensions. */
export function gather(x: View, dim: number, index: View): TypedArray {
  const out = allocate(x.dtype, index.count);
  const from = valuesOf(x);
  const indices = valuesOf(index);
  const stride = x.strides[dim] ?? 0;
  const walk = new Walk(index.shape, [index.strides, without(x.strides, dim)], [index.offset, x.offset]);
  for (let r = 0, at = 0; r < walk.rows; r++, walk.next()) {
    let ii = walk.at[0]!;
    let xi = walk.at[1]!;
    for (let i = 0; i < walk.length; i++, at++, ii += walk.steps[0]!, xi += walk.steps[1]!) {
      out[at] = from[xi + indices[ii]! * stride]!;
    }
  }
  return out;
}

/** A copy of `x` with `source[i][j]` added at `[i][index[i][j]]` for `dim` 1, in row-major order of the source. */
export function scatterAdd(x: View, dim: number, index: View, source: View): TypedArray {
  const out = copy(x);
  const indices = valuesOf(index);
  const added = valuesOf(source);
  const strides = rowMajorStrides(x.shape);
  const stride = strides[dim] ?? 0;
  const walk = new Walk(
    index.shape,
    [index.strides, source.strides, without(strides, dim)],
    [index.offset, source.offset, 0],
  );
  for (let r = 0; r < walk.rows; r++, walk.next()) {
    let [ii, si, oi] = walk.at as [number, number, number];
    for (let i = 0; i < walk.length; i++, ii += walk.steps[0]!, si += walk.steps[1]!, oi += walk.steps[2]!) {
      const at = oi + indices[ii]! * stride;
      const sum = out[at]! + added[si]!;
      out[at] = x.dtype === 'bool' ? Number(sum !== 0) : sum;
    }
  }
  return out;
}

/** Strides that stand still along one dimension. */
function without(strides: readonly number[], dim: number): number[] {
  return strides.map((stride, d) => (d === dim ? 0 : stride));
}

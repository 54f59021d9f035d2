import type { ReduceOp, TypedArray, View } from '@kindling/tensor-core/backend';
import { rowMajorStrides } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { allocate } from '../memory.js';
import { copy } from './copy.js';
import { int32 } from './int32.js';
import { pairwiseSum } from './sum.js';
import { singleStride, sizeBetween, Walk } from './walk.js';

/** One number from `n` elements, the first at `from` and each `step` further. */
type Reduction = (x: TypedArray, from: number, step: number, n: number) => number;

const prod: Reduction = (x, from, step, n) => {
  let product = 1;
  for (let i = 0, at = from; i < n; i++, at += step) product *= x[at]!;
  return product;
};

const max: Reduction = (x, from, step, n) => {
  let best = -Infinity;
  for (let i = 0, at = from; i < n; i++, at += step) best = Math.max(best, x[at]!);
  return best;
};

const min: Reduction = (x, from, step, n) => {
  let best = Infinity;
  for (let i = 0, at = from; i < n; i++, at += step) best = Math.min(best, x[at]!);
  return best;
};

const sumInt: Reduction = (x, from, step, n) => {
  let sum = 0;
  for (let i = 0, at = from; i < n; i++, at += step) sum += x[at]!;
  return int32('sum', sum);
};

const prodInt: Reduction = (x, from, step, n) => int32('prod', prod(x, from, step, n));

const floats: Record<ReduceOp, Reduction> = { sum: pairwiseSum, prod, max, min };
const ints: Record<ReduceOp, Reduction> = { sum: sumInt, prod: prodInt, max, min };
/** Truth values: any for a sum, all for a product. */
const bools: Record<ReduceOp, Reduction> = { sum: max, prod: min, max, min };

/** Reduces all dimensions from `keep` on; floats and int32 in double, bool as "any" and "all". */
export function reduce(op: ReduceOp, x: View, keep: number): TypedArray {
  const reduction = (x.dtype === 'int32' ? ints : x.dtype === 'bool' ? bools : floats)[op];
  const groups = groupsOf(x, keep);
  const out = allocate(x.dtype, groups.count);
  groups.forEach((values, from, step, n, g) => {
    out[g] = n === 0 ? (op === 'prod' ? 1 : 0) : reduction(values, from, step, n);
  });
  return out;
}

/** Called with a group's elements (array, first position, stride, number) and the group's own number. */
type GroupVisitor = (values: TypedArray, from: number, step: number, n: number, group: number) => void;

/** The elements of a view in groups: one for each index of the first `keep` dimensions, copied if no one stride walks it. */
export function groupsOf(x: View, keep: number): { count: number; forEach(visit: GroupVisitor): void } {
  const count = sizeBetween(x.shape, 0, keep);
  const own = singleStride(x.shape, x.strides, keep);
  const values = own === null ? copy(x) : valuesOf(x);
  const strides = own === null ? rowMajorStrides(x.shape) : x.strides;
  const offset = own === null ? 0 : x.offset;
  const step = own ?? 1;
  return {
    count,
    forEach(visit) {
      if (count === 0) return;
      const n = x.count / count;
      const walk = new Walk(x.shape.slice(0, keep), [strides], [offset]);
      for (let r = 0, group = 0; r < walk.rows; r++, walk.next()) {
        for (let i = 0, from = walk.at[0]!; i < walk.length; i++, from += walk.steps[0]!, group++) {
          visit(values, from, step, n, group);
        }
      }
    },
  };
}

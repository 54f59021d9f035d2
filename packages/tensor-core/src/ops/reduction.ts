import { wrong } from '@internal/arguments';
import type { ReduceOp, View } from '../backend.js';
import { normalizeDim } from '../broadcast.js';
import { requireFlag, requireOptions, requireTensor } from '../checks.js';
import type { DType } from '../dtype.js';
import { ArgumentError, ShapeError } from '../errors.js';
import { formatShape, type Shape, sizeOf } from '../shape.js';
import { type Tensor, viewOf, wrap } from '../tensor.js';
import { cast } from './cast.js';
import { reshape } from './reshape.js';

/** One dimension or several, counted from the end where negative. */
export type Dims = number | readonly number[];

/** Whether reduced dimensions stay, with size 1. */
export interface KeepdimOptions {
  /** Keep reduced dimensions with size 1; default false. */
  keepdim?: boolean;
}

/** How sums and products are taken. */
export interface SumOptions extends KeepdimOptions {
  /** The dtype to convert to before anything is added or multiplied; default the tensor's own. */
  dtype?: DType;
}

const sumOptions = { keepdim: 1, dtype: 1 } as const;

/** @internal A tensor as the options of a sum or a product say. */
export function asAsked(name: string, x: Tensor, options: SumOptions): Tensor {
  requireTensor(name, x);
  requireOptions(name, options, sumOptions);
  requireFlag(name, 'keepdim', options.keepdim);
  return options.dtype === undefined ? x : cast(x, options.dtype);
}

/** @internal What a reduction over some dimensions reads and makes. */
export interface Reduction {
  /** The input with the kept dimensions first. */
  readonly view: View;
  /** How many dimensions are kept. */
  readonly keep: number;
  /** How many elements become one. */
  readonly count: number;
  /** The shape of the result. */
  readonly shape: Shape;
}

/** @internal Sorted, distinct, not negative; all dimensions where none is given. */
export function normalizeDims(name: string, dims: Dims | undefined, ndim: number): number[] {
  const given = typeof dims === 'number' ? [dims] : (dims ?? []);
  if (!Array.isArray(given)) wrong(ArgumentError, name, 'the dimension', 'a whole number or an array of them', given);
  if (given.length === 0) return Array.from({ length: ndim }, (_, i) => i);
  const list = given.map((dim) => normalizeDim(name, dim, ndim));
  const result = [...new Set(list)].sort((a, b) => a - b);
  if (result.length !== list.length)
    throw new ShapeError(`${name}: a dimension appears twice in ${formatShape(given)}`);
  return ndim === 0 ? [] : result;
}

/** @internal Plans the reduction of some dimensions. */
export function planReduction(name: string, x: Tensor, dims: Dims | undefined, keepdim = false): Reduction {
  const { shape, strides } = x;
  if (dims === undefined && !keepdim) return { view: x, keep: 0, count: x.count, shape: [] };
  const reduced = normalizeDims(name, dims, shape.length);
  const kept: number[] = [];
  for (let i = 0; i < shape.length; i++) if (!reduced.includes(i)) kept.push(i);
  const order = [...kept, ...reduced];
  const inOrder = order.every((dim, i) => dim === i);
  return {
    view: inOrder
      ? x
      : viewOf(
          x,
          order.map((i) => shape[i]!),
          order.map((i) => strides[i]!),
        ),
    keep: kept.length,
    count: sizeOf(reduced.map((i) => shape[i]!)),
    shape: keepdim ? shape.map((size, i) => (reduced.includes(i) ? 1 : size)) : kept.map((i) => shape[i]!),
  };
}

/** @internal As `planReduction`, for max, min and their like, which have no value for nothing. */
export function planChoice(name: string, x: Tensor, dims: Dims | undefined, keepdim?: boolean): Reduction {
  const plan = planReduction(name, x, dims, keepdim);
  if (plan.count === 0 && sizeOf(plan.shape) > 0) {
    throw new ShapeError(`${name}: nothing to choose from: reduced dimensions of ${formatShape(x.shape)} are empty`);
  }
  return plan;
}

/** @internal Runs a reduction kernel. */
export function reduce(op: ReduceOp, x: Tensor, plan: Reduction): Tensor {
  return wrap(x.backend.reduce(op, plan.view, plan.keep), plan.shape);
}

/** @internal What a reduction of `x` made, or its gradient, with the reduced dimensions as 1. */
export function withKeptDims(y: Tensor, x: Tensor, dims: Dims | undefined): Tensor {
  return reshape(y, planReduction('reshape', x, dims, true).shape);
}

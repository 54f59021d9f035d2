import { normalizeDim } from '../broadcast.js';
import { defineMethod, defineOp } from '../define-op.js';
import { ArgumentError, ShapeError } from '../errors.js';
import { formatShape, type Shape, sizeOf } from '../shape.js';
import { type Tensor, viewOf, wrap } from '../tensor.js';
import { defineView } from './view-op.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link slice}. */
    slice(dim: number, start?: number, end?: number, step?: number): Tensor;
    /** See {@link narrow}. */
    narrow(dim: number, start: number, length: number): Tensor;
  }
}

/** @internal Where the elements of a slice lie in the whole. */
export interface Slice {
  readonly dim: number;
  readonly start: number;
  readonly length: number;
  readonly step: number;
}

/** @internal The view that a slice is; untracked. */
export function sliceView(x: Tensor, { dim, start, length, step }: Slice): Tensor {
  const shape = x.shape.map((size, i) => (i === dim ? length : size));
  const strides = x.strides.map((stride, i) => (i === dim ? stride * step : stride));
  return viewOf(x, shape, strides, x.offset + (length > 0 ? start * x.strides[dim]! : 0));
}

const sliceOp = defineView<Slice>('slice', sliceView, (g, args, x) => embed(g, { ...args, shape: x.shape }));

/** Zeros of a shape with the input in the place of a slice: the gradient of {@link slice}. */
const embedOp = defineOp<Slice & { readonly shape: Shape }>({
  name: 'embed',
  forward([x], args) {
    const whole = wrap(x!.backend.fill(sizeOf(args.shape), 0, x!.dtype), args.shape);
    x!.backend.assign(sliceView(whole, args), x!);
    return whole;
  },
  backward: [(g, { args }) => sliceOp(g, args)],
});

const embed = (g: Tensor, args: Slice & { readonly shape: Shape }): Tensor => embedOp([g], args);

/**
 * A view of the elements from `start` up to `end` (exclusive) along a dimension, each `step`-th: `x[start:end:step]`.
 *
 * @param start - counted from the end where negative, as is `end`; both are cut to the size, as in Python.
 * @param step - at least 1.
 * @throws `ShapeError` for a dimension out of range, `ArgumentError` for a step below 1.
 * @example
 * ```ts
 * import { arange, slice } from '@kindling/tensor-core';
 * console.log(String(slice(arange(10), 0, 1, -2, 3))); // => tensor([1, 4, 7], dtype=torch.int32)
 * ```
 */
export function slice(x: Tensor, dim: number, start = 0, end = Number.POSITIVE_INFINITY, step = 1): Tensor {
  const at = sliceDim('slice', x, dim);
  if (!Number.isInteger(step) || step < 1)
    throw new ArgumentError(`slice: the step must be a whole number from 1, not ${step}`);
  const size = x.shape[at]!;
  const cut = (index: number): number => Math.min(Math.max(index < 0 ? index + size : index, 0), size);
  const from = cut(start);
  return sliceOp(x, { dim: at, start: from, length: Math.max(0, Math.ceil((cut(end) - from) / step)), step });
}

/**
 * A view of `length` elements from `start` on along a dimension.
 *
 * @throws `ShapeError` for a dimension out of range or a part that is not inside.
 * @example
 * ```ts
 * import { arange, narrow } from '@kindling/tensor-core';
 * console.log(String(narrow(arange(5), 0, 1, 3))); // => tensor([1, 2, 3], dtype=torch.int32)
 * ```
 */
export function narrow(x: Tensor, dim: number, start: number, length: number): Tensor {
  const at = sliceDim('narrow', x, dim);
  const size = x.shape[at]!;
  const from = start < 0 ? start + size : start;
  if (!(Number.isInteger(from) && Number.isInteger(length) && from >= 0 && length >= 0 && from + length <= size)) {
    throw new ShapeError(
      `narrow: ${length} elements from ${start} are not inside dimension ${dim} of ${formatShape(x.shape)}`,
    );
  }
  return sliceOp(x, { dim: at, start: from, length, step: 1 });
}

function sliceDim(name: string, x: Tensor, dim: number): number {
  if (x.ndim === 0) throw new ShapeError(`${name}: a scalar has no dimension to slice`);
  return normalizeDim(name, dim, x.ndim);
}

defineMethod('slice', slice);
defineMethod('narrow', narrow);

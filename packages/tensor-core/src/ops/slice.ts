import { wrong } from '@internal/arguments';
import { normalizeDim } from '../broadcast.js';
import { requireTensor, requireWhole } from '../checks.js';
import { filled } from '../create/options.js';
import { defineSingle } from '../define-op.js';
import { ArgumentError, ShapeError } from '../errors.js';
import { formatShape, type Shape } from '../shape.js';
import { type Tensor, viewOf } from '../tensor.js';

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
  const stride = x.strides[dim]!;
  const offset = x.offset + (length > 0 ? start * stride : 0);
  return viewOf(x, x.shape.with(dim, length), x.strides.with(dim, stride * step), offset);
}

const sliceOp: (x: Tensor, args: Slice) => Tensor = defineSingle<Slice>('slice', sliceView, (g, { args, inputs }) =>
  placeOp(g, { shape: inputs[0]!.shape, slices: [args], value: 0 }),
);

interface PlaceArgs {
  readonly shape: Shape;
  /** The slices that lead to the place, each of the one before. */
  readonly slices: readonly Slice[];
  readonly value: number;
}

/** @internal A tensor of one value with the input in some place: padding, and the gradient of {@link slice}. */
export const placeOp: (x: Tensor, args: PlaceArgs) => Tensor = defineSingle<PlaceArgs>(
  'pad',
  (x, { shape, slices, value }) => {
    const { backend, dtype } = x;
    const whole = filled(value, shape, { backend, dtype });
    backend.assign(slices.reduce(sliceView, whole), x);
    return whole;
  },
  (g, { args }) => args.slices.reduce(sliceOp, g),
);

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
  requireTensor('slice', x);
  const at = sliceDim('slice', x, dim);
  requireWhole('slice', 'the step', step, 1);
  const size = x.shape[at]!;
  checkBound('start', start);
  checkBound('end', end);
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
  requireTensor('narrow', x);
  const at = sliceDim('narrow', x, dim);
  const size = x.shape[at]!;
  requireWhole('narrow', 'the start', start, Number.NEGATIVE_INFINITY);
  requireWhole('narrow', 'the length', length, 0);
  const from = start < 0 ? start + size : start;
  if (from < 0 || from + length > size) {
    throw new ShapeError(
      `narrow: ${length} elements from ${start} are not inside dimension ${dim} of ${formatShape(x.shape)}`,
    );
  }
  return sliceOp(x, { dim: at, start: from, length, step: 1 });
}

function checkBound(what: string, value: number): void {
  if (!Number.isInteger(value) && Math.abs(value) !== Number.POSITIVE_INFINITY)
    wrong(ArgumentError, 'slice', what, 'a whole number', value);
}

/** @internal A dimension of which elements are selected. */
export function sliceDim(name: string, x: Tensor, dim: number): number {
  if (x.ndim === 0) throw new ShapeError(`${name}: a scalar has no dimension to select from`);
  return normalizeDim(name, dim, x.ndim);
}

import { normalizeDim } from '../broadcast.js';
import { requireTensors } from '../checks.js';
import { filled } from '../create/options.js';
import { defineOp } from '../define-op.js';
import { type DType, promoteTypes } from '../dtype.js';
import { ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { cast } from './cast.js';
import { narrow, sliceView } from './slice.js';

const catOp = defineOp<number>({
  name: 'cat',
  forward(inputs, dim) {
    const { backend, shape } = inputs[0]!;
    const dtype = inputs.reduce<DType>((type, x) => promoteTypes(type, x.dtype), 'bool');
    const total = inputs.reduce((sum, x) => sum + x.shape[dim]!, 0);
    const whole = filled(0, shape.with(dim, total), { backend, dtype });
    let start = 0;
    for (const x of inputs) {
      const length = x.shape[dim]!;
      if (x.count > 0) backend.assign(sliceView(whole, { dim, start, length, step: 1 }), cast(x, dtype));
      start += length;
    }
    return whole;
  },
  backward(g, { inputs, args: dim }, index) {
    let start = 0;
    for (let i = 0; i < index; i++) start += inputs[i]!.shape[dim]!;
    return narrow(g, dim, start, inputs[index]!.shape[dim]!);
  },
});

/**
 * Tensors one after the other along a dimension; their other sizes are equal.
 *
 * @param tensors - at least one, of one backend; dtypes are promoted.
 * @throws `ShapeError` when there is none, or sizes differ in another dimension.
 * @example
 * ```ts
 * import { cat, tensor } from '@kindling/tensor-core';
 * console.log(String(cat([tensor([1, 2]), tensor([3])]))); // => tensor([1., 2., 3.])
 * ```
 */
export function cat(tensors: readonly Tensor[], dim = 0): Tensor {
  requireTensors('cat', tensors);
  // Empty vectors are left out beside others, as in PyTorch: a list may be begun with one.
  const full = tensors.filter((x) => x.ndim !== 1 || x.count > 0);
  if (full.length > 0) tensors = full;
  const first = firstOf('cat', tensors);
  const at = normalizeDim('cat', dim, first.ndim);
  tensors.forEach((x, i) => {
    if (x.ndim === 0) throw new ShapeError(`cat: tensor ${i} is a scalar; use stack()`);
    if (x.ndim !== first.ndim || x.shape.some((size, d) => d !== at && size !== first.shape[d])) {
      throw new ShapeError(
        `cat: tensor ${i} is ${formatShape(x.shape)}, the first ${formatShape(first.shape)}: they may differ in dimension ${at} only`,
      );
    }
  });
  return catOp(tensors, at);
}

/** @internal The first of some tensors, of which there has to be one. */
export function firstOf(name: string, tensors: readonly Tensor[]): Tensor {
  if (tensors.length === 0) throw new ShapeError(`${name}: no tensors were given`);
  return tensors[0]!;
}

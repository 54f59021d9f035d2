import { normalizeDim } from '../broadcast.js';
import { commonBackend, defineOp } from '../define-op.js';
import { type DType, promoteTypes } from '../dtype.js';
import { ShapeError } from '../errors.js';
import { formatShape, sizeOf } from '../shape.js';
import { type Tensor, wrap } from '../tensor.js';
import { cast } from './cast.js';
import { narrow, sliceView } from './slice.js';

const catOp = defineOp<number>({
  name: 'cat',
  forward(inputs, dim) {
    const first = inputs[0]!;
    const dtype = inputs.reduce<DType>((type, x) => promoteTypes(type, x.dtype), first.dtype);
    const total = inputs.reduce((sum, x) => sum + x.shape[dim]!, 0);
    const shape = first.shape.map((size, i) => (i === dim ? total : size));
    const whole = wrap(first.backend.fill(sizeOf(shape), 0, dtype), shape);
    let start = 0;
    for (const x of inputs) {
      const length = x.shape[dim]!;
      if (x.size > 0) first.backend.assign(sliceView(whole, { dim, start, length, step: 1 }), cast(x, dtype));
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
  const first = tensors[0];
  if (first === undefined) throw new ShapeError('cat: no tensors were given');
  commonBackend('cat', tensors);
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

import { defineMethod, defineOp } from '../define-op.js';
import { ShapeError } from '../errors.js';
import { formatShape, type Shape, sizeOf } from '../shape.js';
import { type Tensor, wrap } from '../tensor.js';
import { narrow, sliceView } from './slice.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link pad}. */
    pad(padding: readonly number[], value?: number): Tensor;
  }
}

interface PadArgs {
  /** How much comes before each dimension. */
  readonly before: readonly number[];
  readonly shape: Shape;
  readonly value: number;
}

const padOp = defineOp<PadArgs>({
  name: 'pad',
  forward([x], { before, shape, value }) {
    const whole = wrap(x!.backend.fill(sizeOf(shape), value, x!.dtype), shape);
    let inner: Tensor = whole;
    before.forEach((start, dim) => {
      inner = sliceView(inner, { dim, start, length: x!.shape[dim]!, step: 1 });
    });
    x!.backend.assign(inner, x!);
    return whole;
  },
  backward: [
    (g, { args, inputs }) =>
      args.before.reduce((part, start, dim) => narrow(part, dim, start, inputs[0]!.shape[dim]!), g),
  ],
});

/**
 * A copy with `value` around it: `torch.nn.functional.pad` in its constant mode.
 *
 * @param padding - how much before and after, in pairs from the last dimension on; negative amounts cut off.
 * @throws `ShapeError` for an odd number of amounts, more pairs than dimensions, or cuts larger than the tensor.
 * @example
 * ```ts
 * import { pad, tensor } from '@kindling/tensor-core';
 * console.log(String(pad(tensor([1, 2]), [1, 2]))); // => tensor([0., 1., 2., 0., 0.])
 * ```
 */
export function pad(x: Tensor, padding: readonly number[], value = 0): Tensor {
  if (padding.length % 2 !== 0 || padding.length / 2 > x.ndim || !padding.every(Number.isInteger)) {
    throw new ShapeError(
      `pad: ${formatShape(padding)} is not a pair of whole numbers for each of the last dimensions of ${formatShape(x.shape)}`,
    );
  }
  const amounts = x.shape.map((_, dim) => {
    const pair = (x.ndim - 1 - dim) * 2;
    return { before: padding[pair] ?? 0, after: padding[pair + 1] ?? 0 };
  });
  let inner = x;
  amounts.forEach(({ before, after }, dim) => {
    const left = Math.max(0, -before);
    const length = x.shape[dim]! - left - Math.max(0, -after);
    if (length < 0)
      throw new ShapeError(`pad: ${formatShape(padding)} cuts more than there is off ${formatShape(x.shape)}`);
    if (length !== x.shape[dim]) inner = narrow(inner, dim, left, length);
  });
  return padOp([inner], {
    before: amounts.map(({ before }) => Math.max(0, before)),
    shape: inner.shape.map((size, dim) => size + Math.max(0, amounts[dim]!.before) + Math.max(0, amounts[dim]!.after)),
    value,
  });
}

defineMethod('pad', pad);

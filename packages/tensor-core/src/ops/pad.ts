import { requireNumber, requireTensor, requireWholes } from '../checks.js';
import { ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { narrow, placeOp, type Slice } from './slice.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link pad}. */
    pad(padding: readonly number[], value?: number): Tensor;
  }
}

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
  requireTensor('pad', x);
  requireWholes('pad', 'the padding', padding);
  requireNumber('pad', 'the value', value);
  if (padding.length % 2 !== 0 || padding.length / 2 > x.ndim || !padding.every(Number.isInteger)) {
    throw new ShapeError(
      `pad: ${formatShape(padding)} is not a pair of whole numbers for each last dimension of ${formatShape(x.shape)}`,
    );
  }
  let inner = x;
  const shape: number[] = [];
  const slices: Slice[] = [];
  for (let dim = 0; dim < x.ndim; dim++) {
    const pair = (x.ndim - 1 - dim) * 2;
    const [before = 0, after = 0] = padding.slice(pair, pair + 2);
    const left = Math.max(0, -before);
    const length = x.shape[dim]! - left - Math.max(0, -after);
    if (length < 0)
      throw new ShapeError(`pad: ${formatShape(padding)} cuts more than there is off ${formatShape(x.shape)}`);
    if (length !== x.shape[dim]) inner = narrow(inner, dim, left, length);
    const start = Math.max(0, before);
    slices.push({ dim, start, length, step: 1 });
    shape.push(start + length + Math.max(0, after));
  }
  return placeOp(inner, { shape, slices, value });
}

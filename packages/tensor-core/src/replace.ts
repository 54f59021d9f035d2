import { isFloating } from './dtype.js';
import type { Tensor } from './tensor.js';

type Data = 'buffer' | 'shape' | 'strides' | 'offset' | 'count' | 'dense' | 'dtype';

let times = 0;

/**
 * How often a tensor was given other elements by {@link replaceData}, for those who keep something that fits them.
 *
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { replaceData, replacements } from '@kindling/tensor-core/internal';
 * const before = replacements();
 * replaceData(tensor(1), tensor(2));
 * console.log(replacements() - before); // => 1
 * ```
 */
export function replacements(): number {
  return times;
}

/**
 * Has a leaf show the elements of another tensor, as `x.data = other` in PyTorch: whoever holds it, such as an optimizer,
 * goes on with them.
 *
 * @param other - of any shape, dtype and backend; it shares its elements with `tensor` from then on.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { replaceData } from '@kindling/tensor-core/internal';
 * const w = tensor([1, 2]);
 * replaceData(w, w.to('float64'));
 * console.log(w.dtype); // => float64
 * ```
 */
export function replaceData(tensor: Tensor, other: Tensor): void {
  const { buffer, shape, strides, offset, count, dense, dtype } = other;
  // A graph that saved the elements there were would differentiate at the new ones.
  buffer.version = Math.max(buffer.version, tensor.buffer.version) + 1;
  Object.assign(tensor as Pick<Tensor, Data>, { buffer, shape, strides, offset, count, dense, dtype });
  if (!isFloating(dtype)) tensor.requiresGrad = false;
  times++;
}

import { ArgumentError, indexSelect, type Tensor } from '@kindling/tensor-core';
import { formatShape } from '@kindling/tensor-core/internal';
import { checkTensor } from '../checks.js';

/** What is around the input of a convolution: zeros, its mirror image, its edge, or its other end. */
export type PaddingMode = 'zeros' | 'reflect' | 'replicate' | 'circular';

/** Where in `size` elements each element of the padded dimension comes from. */
function sources(mode: Exclude<PaddingMode, 'zeros'>, size: number, before: number, after: number): Int32Array {
  return Int32Array.from({ length: before + size + after }, (_, i) => {
    const at = i - before;
    if (mode === 'replicate') return Math.min(Math.max(at, 0), size - 1);
    if (mode === 'circular') return (at + size) % size;
    return at < 0 ? -at : at < size ? at : 2 * (size - 1) - at;
  });
}

/** Pads the last dimensions, in pairs from the last one on, with elements of the input. */
export function padWith(
  name: string,
  x: Tensor,
  mode: Exclude<PaddingMode, 'zeros'>,
  amounts: readonly (readonly [before: number, after: number])[],
): Tensor {
  checkTensor('padWith', x);
  return amounts.reduce((input, [before, after], i) => {
    const dim = x.ndim - 1 - i;
    const size = x.shape[dim]!;
    const most = mode === 'reflect' ? size - 1 : mode === 'circular' ? size : size === 0 ? 0 : Number.POSITIVE_INFINITY;
    if (before > most || after > most) {
      throw new ArgumentError(
        `${name}: padding of ${Math.max(before, after)} in mode ${mode} is more than dimension ${dim} of ${formatShape(x.shape)} has`,
      );
    }
    return before === 0 && after === 0 ? input : indexSelect(input, dim, sources(mode, size, before, after));
  }, x);
}

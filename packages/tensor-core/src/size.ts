import { sliceDim } from './ops/slice.js';
import type { Shape } from './shape.js';
import type { Tensor } from './tensor.js';

declare module './tensor.js' {
  interface Tensor {
    /** The shape; with a dimension, counted from the end where it is negative, the size of that one. */
    size(): Shape;
    size(dim: number): number;
    /** The number of dimensions, as `ndim`. */
    dim(): number;
  }
}

/** @internal The method `size`. */
export function size(x: Tensor, dim?: number): Shape | number {
  return dim === undefined ? x.shape : x.shape[sliceDim('size', x, dim)]!;
}

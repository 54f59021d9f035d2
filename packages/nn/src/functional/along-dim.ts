import { reshape, type Tensor } from '@kindling/tensor-core';

/** A vector of one value for each place of a dimension of `x`, in a shape that broadcasts along it. */
export function alongDim(vector: Tensor, x: Tensor, dim: number): Tensor {
  return reshape(
    vector,
    x.shape.map((size, i) => (i === dim ? size : 1)),
  );
}

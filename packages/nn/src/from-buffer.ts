import { type Shape, Tensor } from '@kindling/tensor-core';
import type { Buffer } from '@kindling/tensor-core/backend';

/** A tensor over what a fused kernel made: a fresh buffer in row-major order. */
export function fromBuffer(buffer: Buffer, shape: Shape): Tensor {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i]!;
  }
  return new Tensor(buffer, shape, strides, 0, buffer.size, true);
}

import type { Tensor } from '@kindling/tensor-core';

/** Moves a running mean towards a value, of which it takes `1 - kept`; returns the mean. */
export function average(mean: Tensor, kept: number, value: Tensor): Tensor {
  return mean.copy_(mean.mul(kept).add(value.mul(1 - kept)));
}

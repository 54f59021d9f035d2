import type { Shape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { reshape } from './reshape.js';
import { sum } from './sum.js';

/** @internal Undoes a broadcast: sums a gradient over the dimensions in which `shape` was repeated. */
export function sumTo(g: Tensor, shape: Shape): Tensor {
  const lead = g.ndim - shape.length;
  const repeated: number[] = [];
  for (let i = 0; i < g.ndim; i++) {
    if (i < lead || (shape[i - lead] === 1 && g.shape[i] !== 1)) repeated.push(i);
  }
  const summed = repeated.length === 0 ? g : sum(g, repeated);
  return reshape(summed, shape);
}

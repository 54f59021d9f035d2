import { defineOp } from '../define-op.js';
import { Tensor } from '../tensor.js';
import { cast } from './cast.js';
import { div } from './div.js';
import { eq } from './eq.js';
import { gather } from './gather.js';
import { isnan } from './isnan.js';
import { logicalAnd } from './logical-and.js';
import { logicalOr } from './logical-or.js';
import { mul } from './mul.js';
import { type KeepdimOptions, planChoice, reduce } from './reduction.js';
import type { ValuesAndIndices } from './sort.js';
import { squeeze } from './squeeze.js';
import { sum } from './sum.js';

/** @internal `max` or `min`, from what finds positions and what chooses between two tensors. */
export function defineExtreme(
  name: 'max' | 'min',
  positions: (x: Tensor, dim?: number, options?: KeepdimOptions) => Tensor,
  choose: (x: Tensor, other: Tensor) => Tensor,
): (x: Tensor, dim: number | Tensor | undefined, options: KeepdimOptions) => Tensor | ValuesAndIndices {
  const ofAll = defineOp<undefined>({
    name,
    forward: ([x]) => reduce(name, x!, planChoice(name, x!, undefined)),
    backward: [
      (g, { a, y }) => {
        // Equal elements share the gradient, as in PyTorch; NaN equals NaN here.
        const chosen = cast(logicalOr(eq(a, y), logicalAnd(isnan(a), isnan(y))), g.dtype);
        return mul(div(g, sum(chosen)), chosen);
      },
    ],
  });
  return (x, dim, options) => {
    if (dim === undefined) return ofAll([x], undefined);
    if (dim instanceof Tensor) return choose(x, dim);
    if (x.ndim === 0) return { values: ofAll([x], undefined), indices: positions(x) };
    const indices = positions(x, dim, { keepdim: true });
    const values = gather(x, dim, indices);
    return options.keepdim ? { values, indices } : { values: squeeze(values, dim), indices: squeeze(indices, dim) };
  };
}

import { keepdimOf } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { Tensor } from '../tensor.js';
import { gather } from './gather.js';
import { type KeepdimOptions, planChoice, reduce } from './reduction.js';
import { squeeze } from './squeeze.js';
import { ValuesAndIndices } from './values-and-indices.js';
import { choiceShare } from './winner-share.js';

/** @internal `max` or `min`, from what finds positions and what chooses between two tensors. */
/* @__NO_SIDE_EFFECTS__ */ export function defineExtreme(
  name: 'max' | 'min',
  positions: (x: Tensor, dim?: number, options?: KeepdimOptions) => Tensor,
  choose: (x: Tensor, other: Tensor) => Tensor,
): (x: Tensor, dim: number | Tensor | undefined, options: KeepdimOptions) => Tensor | ValuesAndIndices {
  const ofAll = defineSingle<undefined>(
    name,
    (x) => reduce(name, x, planChoice(name, x, undefined)),
    (g, { a, y }) => choiceShare(g, a, y),
  );
  return (x, dim, options) => {
    const keepdim = keepdimOf(name, options);
    if (dim === undefined) return ofAll(x, undefined);
    if (dim instanceof Tensor) return choose(x, dim);
    const indices = positions(x, dim, { keepdim: true });
    const values = gather(x, dim, indices);
    return keepdim
      ? new ValuesAndIndices(values, indices)
      : new ValuesAndIndices(squeeze(values, dim), squeeze(indices, dim));
  };
}

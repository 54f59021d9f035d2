import {
  DTypeError,
  div,
  formatShape,
  isFloating,
  mul,
  ShapeError,
  sameShape,
  sum,
  type Tensor,
} from '@kindling/tensor-core';

/** What becomes of the losses of the elements: all of them, their mean, or their sum. */
export type Reduction = 'none' | 'mean' | 'sum';

/** What every loss may be told. */
export interface LossOptions {
  /** Default `'mean'`. */
  reduction?: Reduction;
}

/** Throws where a reduction is none. */
export function checkReduction<R extends string>(name: string, reduction: R, more: readonly string[] = []): R {
  if (!['none', 'mean', 'sum', ...more].includes(reduction)) {
    throw new RangeError(`${name}: the reduction must be none, mean or sum, not ${String(reduction)}`);
  }
  return reduction;
}

/** The target in the dtype of the input, checked: it has the shape of the input. */
export function matchTarget(name: string, input: Tensor, target: Tensor): Tensor {
  if (!sameShape(input.shape, target.shape)) {
    throw new ShapeError(`${name}: target is ${formatShape(target.shape)}, input ${formatShape(input.shape)}`);
  }
  if (!isFloating(input.dtype)) throw new DTypeError(`${name}: the input is ${input.dtype}, not float32 or float64`);
  return target.dtype === input.dtype ? target : target.to(input.dtype);
}

/** Reduces the losses of the elements. */
export function reduceLoss(losses: Tensor, reduction: Reduction): Tensor {
  if (reduction === 'none') return losses;
  const total = sum(losses);
  return reduction === 'sum' ? total : div(total, losses.size);
}

/** The gradient of each element's loss from that of the reduced one: a scalar, or for `'none'` one an element. */
export function spread(g: Tensor, reduction: Reduction, size: number): Tensor {
  return reduction === 'mean' ? mul(g, 1 / size) : g;
}

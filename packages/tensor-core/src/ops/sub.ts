import { DTypeError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import type { AlphaOptions } from './alpha.js';
import { defineBinary, runBinary, type TensorOrNumber } from './elementwise.js';
import { neg } from './neg.js';
import { seldomOptions } from './seldom-options.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link sub}. */
    sub(other: TensorOrNumber, options?: AlphaOptions): Tensor;
  }
}

const isBool = (x: TensorOrNumber): boolean => typeof x !== 'number' && x.dtype === 'bool';

const subOp = defineBinary('sub', [(g) => g, (g) => neg(g)], (a, b) => {
  if (isBool(a) || isBool(b))
    throw new DTypeError('sub: bool tensors have no difference; use logicalXor(), or convert with int()');
  return runBinary('sub', a, b);
});

/**
 * `a - b`, element by element; with `alpha`, `a - alpha * b`.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @throws `ShapeError` when the shapes do not broadcast; `DTypeError` for a bool tensor.
 * @example
 * ```ts
 * import { sub, tensor } from '@kindling/tensor-core';
 * console.log(String(sub(10, tensor([1, 2])))); // => tensor([9., 8.])
 * ```
 */
export function sub(a: TensorOrNumber, b: TensorOrNumber, options?: AlphaOptions): Tensor {
  return options === undefined ? subOp(a, b) : seldomOptions('sub').alpha('sub', subOp, a, b, options);
}

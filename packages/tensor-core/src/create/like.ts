import type { Shape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { filled, type TensorOptions } from './options.js';

/** @internal The shape of another tensor, and options with its dtype and backend where they say nothing. */
export function shapedLike<Options extends TensorOptions>(like: Tensor, options: Options): [Shape, Options] {
  return [like.shape, { dtype: like.dtype, backend: like.backend, ...options }];
}

/**
 * Zeros with the shape, dtype and backend of another tensor.
 *
 * @example
 * ```ts
 * import { zerosLike, tensor } from '@kindling/tensor-core';
 * console.log(zerosLike(tensor([1, 2])).tolist()); // => [ 0, 0 ]
 * ```
 */
export function zerosLike(like: Tensor, options: TensorOptions = {}): Tensor {
  return filled(0, ...shapedLike(like, options));
}

/**
 * Ones with the shape, dtype and backend of another tensor.
 *
 * @example
 * ```ts
 * import { onesLike, tensor } from '@kindling/tensor-core';
 * console.log(onesLike(tensor([1, 2])).tolist()); // => [ 1, 1 ]
 * ```
 */
export function onesLike(like: Tensor, options: TensorOptions = {}): Tensor {
  return filled(1, ...shapedLike(like, options));
}

/**
 * One value with the shape, dtype and backend of another tensor.
 *
 * @example
 * ```ts
 * import { fullLike, tensor } from '@kindling/tensor-core';
 * console.log(fullLike(tensor([1, 2]), 7).tolist()); // => [ 7, 7 ]
 * ```
 */
export function fullLike(like: Tensor, value: number | boolean, options: TensorOptions = {}): Tensor {
  return filled(Number(value), ...shapedLike(like, options));
}

import { wrong } from '@internal/arguments';
import { requireTensor } from '../checks.js';
import { ArgumentError } from '../errors.js';
import type { Shape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { checkOptions, filled, type TensorOptions } from './options.js';

/** @internal The shape of another tensor, and options with its dtype and backend where they say nothing. */
export function shapedLike<Options extends TensorOptions>(
  name: string,
  like: Tensor,
  options: Options,
): [Shape, Options] {
  requireTensor(name, like);
  // What is no object would vanish when it is spread.
  if (typeof options !== 'object' || options === null || options instanceof Promise)
    wrong(ArgumentError, name, 'the options', 'an object', options);
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
  checkOptions('zerosLike', options);
  return filled(0, ...shapedLike('zerosLike', like, options));
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
  checkOptions('onesLike', options);
  return filled(1, ...shapedLike('onesLike', like, options));
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
  checkOptions('fullLike', options);
  if (typeof value !== 'number' && typeof value !== 'boolean')
    wrong(ArgumentError, 'fullLike', 'the value', 'a number or a boolean', value);
  return filled(Number(value), ...shapedLike('fullLike', like, options));
}

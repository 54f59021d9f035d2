import { wrong } from '@internal/arguments';
import { ArgumentError } from '../errors.js';
import type { Shape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { checkOptions, filled, fromValues, parseSize, requireList, type TensorOptions } from './options.js';

/**
 * A tensor of zeros.
 *
 * @throws `ShapeError` for a size that is no whole number from 0.
 * @example
 * ```ts
 * import { zeros } from '@kindling/tensor-core';
 * console.log(String(zeros(2))); // => tensor([0., 0.])
 * ```
 */
export function zeros(shape: Shape, options?: TensorOptions): Tensor;
export function zeros(...shape: number[]): Tensor;
export function zeros(...args: unknown[]): Tensor {
  const [shape, options] = parseSize<TensorOptions>('zeros', args);
  checkOptions('zeros', options);
  return filled(0, shape, options);
}

/**
 * A tensor of ones.
 *
 * @throws `ShapeError` for a size that is no whole number from 0.
 * @example
 * ```ts
 * import { ones } from '@kindling/tensor-core';
 * console.log(String(ones(2))); // => tensor([1., 1.])
 * ```
 */
export function ones(shape: Shape, options?: TensorOptions): Tensor;
export function ones(...shape: number[]): Tensor;
export function ones(...args: unknown[]): Tensor {
  const [shape, options] = parseSize<TensorOptions>('ones', args);
  checkOptions('ones', options);
  return filled(1, shape, options);
}

/**
 * A tensor of one value; booleans make bool tensors.
 *
 * @throws `ShapeError` for a size that is no whole number from 0.
 * @example
 * ```ts
 * import { full } from '@kindling/tensor-core';
 * console.log(String(full([2], 7))); // => tensor([7., 7.])
 * ```
 */
export function full(shape: Shape, value: number | boolean, options: TensorOptions = {}): Tensor {
  checkOptions('full', options);
  requireList('full', shape);
  if (typeof value !== 'number' && typeof value !== 'boolean')
    wrong(ArgumentError, 'full', 'the value', 'a number or a boolean', value);
  const fallback = typeof value === 'boolean' ? 'bool' : 'float32';
  return filled(Number(value), ...parseSize<TensorOptions>('full', [shape, options]), fallback);
}

/**
 * The identity matrix [n, m], with ones on the diagonal.
 *
 * @param m - default n.
 * @throws `ShapeError` for a size that is no whole number from 0.
 * @example
 * ```ts
 * import { eye } from '@kindling/tensor-core';
 * console.log(eye(2).tolist()); // => [ [ 1, 0 ], [ 0, 1 ] ]
 * ```
 */
export function eye(n: number, m: number = n, options: TensorOptions = {}): Tensor {
  checkOptions('eye', options);
  const [shape] = parseSize('eye', [[n, m]]);
  const values = new Uint8Array(n * m);
  for (let i = 0; i < Math.min(n, m); i++) values[i * m + i] = 1;
  return fromValues(values, shape, options);
}

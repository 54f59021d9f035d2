import { describe } from '@internal/arguments';
import { type DType, dtypeOfArray, requireInt32, type TypedArray } from '../dtype.js';
import { ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { checkOptions, fromValues, resolve, type TensorOptions } from './options.js';

/** A number, a boolean, or arrays of them nested to any depth, of which the innermost may be typed. */
export type NestedArray = number | boolean | TypedArray | readonly NestedArray[];

/**
 * A tensor with the values of a number, of nested arrays, or of a typed array, which is copied.
 *
 * JavaScript cannot tell 1 from 1.0, so numbers become float32 unless `dtype` says otherwise; booleans become bool, and
 * the elements of a typed array keep their type (bytes, as of images, become int32).
 *
 * @throws `ShapeError` when arrays of one level differ in length; `TypeError` for other values.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * console.log(String(tensor([[1, 2], [3, 4.5]])));
 * // => tensor([[1.0000, 2.0000],
 * //            [3.0000, 4.5000]])
 * ```
 */
export function tensor(values: NestedArray, options: TensorOptions = {}): Tensor {
  checkOptions('tensor', options);
  const shape: number[] = [];
  for (let level: unknown = values; isList(level); level = level[0]) {
    shape.push(level.length);
    if (level.length === 0) break;
  }
  if (/^\[object Big/.test(Object.prototype.toString.call(values))) {
    throw new TypeError(
      `tensor: values must be numbers or booleans, not ${describe(values)}; use Array.from(values, Number)`,
    );
  }
  const flat: Flat = ArrayBuffer.isView(values) && isList(values) ? values : flatten(values, shape, 0, []);
  const { dtype } = resolve(options, inferDType(values, flat));
  if (dtype === 'int32' && dtypeOfArray(flat) !== 'int32') requireInt32('tensor', flat);
  return fromValues(flat, shape, options, dtype, false);
}

type Flat = TypedArray | (number | boolean)[];

type List = ArrayLike<unknown>;

function isList(value: unknown): value is List {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

function flatten(value: unknown, shape: readonly number[], depth: number, into: (number | boolean)[]): typeof into {
  const isScalar = !isList(value);
  if (isScalar && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new TypeError(`tensor: values must be numbers or booleans, not ${describe(value)}`);
  }
  if (isScalar ? depth !== shape.length : value.length !== shape[depth]) {
    throw new ShapeError(
      `tensor: arrays of one level must have one length: found ${isScalar ? 'a single value' : value.length} at depth ${depth} of ${formatShape(shape)}`,
    );
  }
  if (isScalar) into.push(value);
  else for (let i = 0; i < value.length; i++) flatten(value[i], shape, depth + 1, into);
  return into;
}

function inferDType(values: unknown, flat: Flat): DType {
  let innermost: unknown = values;
  while (Array.isArray(innermost)) innermost = innermost[0];
  const own = dtypeOfArray(innermost);
  if (own !== undefined) return own === 'bool' ? 'int32' : own;
  return flat.length > 0 && (flat as unknown[]).every((value) => typeof value === 'boolean') ? 'bool' : 'float32';
}

import { requireNumber, requireWhole } from '../checks.js';
import { requireInt32 } from '../dtype.js';
import { ArgumentError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { checkOptions, fromValues, resolve, type TensorOptions } from './options.js';

/**
 * Numbers from `start` up to `end` (exclusive) in steps: `arange(end)`, `arange(start, end)`, `arange(start, end, step)`.
 *
 * @returns int32 where all three are whole numbers, else float32; `options.dtype` decides otherwise.
 * @throws `ArgumentError` for a step of 0 or in the wrong direction, and for numbers that int32 does not hold.
 * @example
 * ```ts
 * import { arange } from '@kindling/tensor-core';
 * console.log(arange(3).tolist(), arange(0, 1, 0.25).tolist()); // => [ 0, 1, 2 ] [ 0, 0.25, 0.5, 0.75 ]
 * ```
 */
export function arange(end: number, options?: TensorOptions): Tensor;
export function arange(start: number, end: number, options?: TensorOptions): Tensor;
export function arange(start: number, end: number, step: number, options?: TensorOptions): Tensor;
export function arange(...args: (number | TensorOptions | undefined)[]): Tensor {
  const given = args.findLastIndex((arg) => arg !== undefined);
  const last = args[given];
  // Four arguments, or one that is no number behind the first: options.
  const options = given === 3 || (given > 0 && typeof last !== 'number') ? (last as TensorOptions) : {};
  checkOptions('arange', options);
  for (const [i, value] of args.entries())
    if (i === 0 || (value !== undefined && value !== options)) requireNumber('arange', 'start, end and step', value);
  const numbers = args.filter((arg) => typeof arg === 'number');
  if (numbers.length === 1) numbers.unshift(0);
  const [start, end, step = 1] = numbers as [number, number, number?];
  const length = Math.ceil((end - start) / step);
  // The other way is wrong however few steps it would be: 2 / -99 rounds to none.
  if (!Number.isFinite(length) || (end - start) * step < 0) {
    throw new ArgumentError(`arange: no steps of ${step} lead from ${start} to ${end}`);
  }
  const whole = [start, end, step].every(Number.isInteger);
  const values = new Float64Array(length);
  // PyTorch cuts the fractions of start and step off, not those of the sums.
  const cut =
    (options.dtype ?? (whole ? 'int32' : 'float32')) === 'int32' ? Math.trunc : (value: number): number => value;
  const [first, by] = [cut(start), cut(step)];
  if (by === 0) throw new ArgumentError(`arange: a step of ${step} is 0 as int32`);
  for (let i = 0; i < length; i++) values[i] = first + i * by;
  if (cut === Math.trunc) requireInt32('arange', values);
  return fromValues(values, [length], options, whole ? 'int32' : 'float32');
}

/**
 * `steps` numbers at equal distances from `start` to `end`, both included.
 *
 * @throws `ArgumentError` when the number of steps is no whole number from 0.
 * @example
 * ```ts
 * import { linspace } from '@kindling/tensor-core';
 * console.log(linspace(0, 1, 5).tolist()); // => [ 0, 0.25, 0.5, 0.75, 1 ]
 * ```
 */
export function linspace(start: number, end: number, steps: number, options: TensorOptions = {}): Tensor {
  requireNumber('linspace', 'the start', start);
  requireNumber('linspace', 'the end', end);
  checkOptions('linspace', options);
  requireWhole('linspace', 'the number of steps', steps, 0);
  const { dtype } = resolve(options);
  const values = new Float64Array(steps);
  // In float32 PyTorch rounds the step and the products, and counts the second half from the end.
  const round = dtype === 'float32' ? Math.fround : (value: number): number => value;
  const step = steps > 1 ? round(round(round(end) - round(start)) / round(steps - 1)) : 0;
  for (let i = 0; i < steps; i++) {
    values[i] = i < steps / 2 ? round(start) + step * i : round(end) - step * (steps - 1 - i);
  }
  return fromValues(values, [steps], options);
}

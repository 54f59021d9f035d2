import { checkChoice } from '@internal/arguments';
import { requireOptions } from '../checks.js';
import { zerosLike } from '../create/like.js';
import { defineOp } from '../define-op.js';
import { isFloating } from '../dtype.js';
import { ArgumentError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { cast } from './cast.js';
import { defineBinary, floatType, resultType, runBinary, runUnary, type TensorOrNumber } from './elementwise.js';
import { mul } from './mul.js';
import { neg } from './neg.js';
import { where } from './where.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link div}. */
    div(other: TensorOrNumber, options?: DivOptions): Tensor;
  }
}

/** What becomes of the fractions of a quotient. */
export interface DivOptions {
  /** `'trunc'`: cut off; `'floor'`: down to the next whole number; they stay where it is not given. */
  roundingMode?: 'trunc' | 'floor' | null;
}

const divOp = defineBinary('div', [(g, { b }) => div(g, b), (g, { b, y }) => neg(div(mul(g, y), b))], (a, b) =>
  runBinary('div', a, b, floatType(a, b)),
);

/** Quotients without fractions, in the dtype in which the operands meet; their gradient is 0. */
const wholeOp = defineOp<{ a: TensorOrNumber; b: TensorOrNumber; floor: boolean }>({
  name: 'div',
  forward(inputs, { a, b, floor }) {
    const dtype = resultType(a, b);
    const { backend } = inputs[0]!;
    // In float32 a quotient just below a whole number may be rounded to it, and int32 has more digits.
    const exact = (floor || !isFloating(dtype)) && backend.supports('float64');
    const quotient = runBinary('div', a, b, exact ? 'float64' : floatType(a, b));
    const down = runUnary('floor', quotient);
    const whole = floor ? down : where(runBinary('lt', quotient, 0), runUnary('ceil', quotient), down);
    return cast(whole, dtype === 'bool' ? 'int32' : dtype);
  },
  backward: (_, { inputs }, index) => zerosLike(inputs[index]!),
});

/**
 * `a / b`, element by element; whole numbers give fractions, as in PyTorch, unless `roundingMode` says otherwise.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @throws `ShapeError` when the shapes do not broadcast; `ArgumentError` for another mode, or int32 by the number 0.
 * @example
 * ```ts
 * import { div, tensor } from '@kindling/tensor-core';
 * console.log(String(div(tensor([1, 2]), 4))); // => tensor([0.2500, 0.5000])
 * console.log(String(div(tensor([7, -7]), 2, { roundingMode: 'floor' }))); // => tensor([ 3., -4.])
 * ```
 */
export function div(a: TensorOrNumber, b: TensorOrNumber, options?: DivOptions): Tensor {
  if (options === undefined) return divOp(a, b);
  requireOptions('div', options, { roundingMode: 1 });
  const { roundingMode = null } = options;
  if (roundingMode === null) return divOp(a, b);
  checkChoice(ArgumentError, 'div', 'roundingMode', roundingMode, ['trunc', 'floor']);
  if (b === 0 && !isFloating(resultType(a, b))) throw new ArgumentError('div: whole numbers cannot be divided by 0');
  const inputs = [a, b].filter((x) => typeof x !== 'number');
  // Two numbers are an error of `divOp`.
  return inputs.length === 0 ? divOp(a, b) : wholeOp(inputs, { a, b, floor: roundingMode === 'floor' });
}

import { checkChoice } from '@internal/arguments';
import { requireOptions } from '../checks.js';
import { zerosLike } from '../create/like.js';
import { defineOp } from '../define-op.js';
import { isFloating } from '../dtype.js';
import { ArgumentError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { cast } from './cast.js';
import type { DivOptions } from './div.js';
import { floatType, resultType, runBinary, runUnary, type TensorOrNumber } from './elementwise.js';
import { where } from './where.js';

/** Quotients without fractions, in the dtype in which the operands meet; their gradient is 0. */
const wholeOp = /* @__PURE__ */ defineOp<{ a: TensorOrNumber; b: TensorOrNumber; floor: boolean }>({
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

/** @internal `div` with options; `op` is `div` without. */
export function divWith(
  op: (a: TensorOrNumber, b: TensorOrNumber) => Tensor,
  a: TensorOrNumber,
  b: TensorOrNumber,
  options: DivOptions,
): Tensor {
  requireOptions('div', options, { roundingMode: 1 });
  const { roundingMode = null } = options;
  if (roundingMode === null) return op(a, b);
  checkChoice(ArgumentError, 'div', 'roundingMode', roundingMode, ['trunc', 'floor']);
  if (b === 0 && !isFloating(resultType(a, b))) throw new ArgumentError('div: whole numbers cannot be divided by 0');
  const inputs = [a, b].filter((x) => typeof x !== 'number');
  // Two numbers are an error of the operation.
  return inputs.length === 0 ? op(a, b) : wholeOp(inputs, { a, b, floor: roundingMode === 'floor' });
}

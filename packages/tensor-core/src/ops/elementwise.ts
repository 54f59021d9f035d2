import type { Saved } from '../autograd/node.js';
import type { ArithmeticOp, BinaryOp, ComparisonOp, UnaryOp } from '../backend.js';
import { broadcastShapes, expandView } from '../broadcast.js';
import { requireOperand, requireTensor } from '../checks.js';
import { defineOp, defineSingle, requireOneBackend } from '../define-op.js';
import { type DType, isFloating, promoteTypes } from '../dtype.js';
import { DTypeError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { wrap, wrapLike } from '../tensor.js';
import { cast } from './cast.js';

/** An operand of an elementwise function: a tensor, or a number that stands for every element. */
export type TensorOrNumber = Tensor | number;

/** Names of the methods that take no arguments and return a tensor. */
type UnaryMethod = {
  [K in keyof Tensor]: Tensor[K] extends () => Tensor ? K : never;
}[keyof Tensor];

/** Names of the methods that take one operand and return a tensor. */
type BinaryMethod = {
  [K in keyof Tensor]: Tensor[K] extends (other: TensorOrNumber) => Tensor ? K : never;
}[keyof Tensor];

/** @internal Integers and booleans become float32, as PyTorch does before functions that make fractions. */
export function toFloat(x: Tensor): Tensor {
  return isFloating(x.dtype) ? x : cast(x, 'float32');
}

/** @internal Booleans become int32, as PyTorch does before it computes with them. */
export function toNumber(x: Tensor): Tensor {
  return x.dtype === 'bool' ? cast(x, 'int32') : x;
}

/** @internal Throws for a bool tensor, as PyTorch does where true and false have no meaning as numbers. */
export function refuseBool(name: string, x: Tensor): Tensor {
  if (x.dtype === 'bool') throw new DTypeError(`${name}: bool tensors are no numbers; convert with int() or float()`);
  return x;
}

/** @internal Throws unless a tensor holds fractions, as PyTorch does where it has no kernel for whole numbers. */
export function requireFloat(name: string, x: Tensor): Tensor {
  if (!isFloating(x.dtype))
    throw new DTypeError(`${name}: a float tensor is needed, not ${x.dtype}; convert with float()`);
  return x;
}

/** @internal Runs a unary kernel; untracked. */
export function runUnary(op: UnaryOp, x: Tensor): Tensor {
  return wrapLike(x.backend.unary(op, x), x);
}

type UnaryRule = (g: Tensor, saved: { readonly a: Tensor; readonly y: Tensor }) => Tensor;

/** @internal Defines a function of one tensor by the kernel of its name, which takes floats. */
/* @__NO_SIDE_EFFECTS__ */ export function floatUnary(
  name: UnaryMethod & UnaryOp,
  backward: UnaryRule,
): (x: Tensor) => Tensor {
  return defineUnary(name, (x) => runUnary(name, toFloat(x)), backward);
}

/** @internal Defines a function of one tensor by the kernel of its name, which keeps int32; PyTorch refuses bool. */
/* @__NO_SIDE_EFFECTS__ */ export function numericUnary(
  name: UnaryMethod & UnaryOp,
  backward: UnaryRule,
): (x: Tensor) => Tensor {
  return defineUnary(name, (x) => runUnary(name, refuseBool(name, x)), backward);
}

/** @internal Defines a function of one tensor of any dtype with a bool result, which has no gradient. */
/* @__NO_SIDE_EFFECTS__ */ export function definePredicate(name: UnaryMethod & UnaryOp): (x: Tensor) => Tensor {
  return (x) => {
    requireTensor(name, x);
    return runUnary(name, x);
  };
}

/**
 * Defines a tracked function of one tensor.
 *
 * @internal
 */
/* @__NO_SIDE_EFFECTS__ */ export function defineUnary(
  name: UnaryMethod,
  forward: (x: Tensor) => Tensor,
  backward: UnaryRule,
): (x: Tensor) => Tensor {
  const op = defineSingle<undefined>(name, forward, backward);
  return (x) => op(x, undefined);
}

/**
 * The dtype in which two operands meet, by `torch.result_type`: numbers and scalars yield to tensors of their kind. Numbers that
 * int32 does not hold count as fractions.
 *
 * @example
 * ```ts
 * import { ones, resultType } from '@kindling/tensor-core';
 * console.log(resultType(ones([2], { dtype: 'int32' }), 2), resultType(ones([2], { dtype: 'int32' }), 2.5)); // => int32 float32
 * ```
 */
export function resultType(a: TensorOrNumber, b: TensorOrNumber): DType {
  requireOperand('resultType', a);
  requireOperand('resultType', b);
  if (typeof a === 'number') return typeof b === 'number' ? 'float32' : withNumber(b.dtype, a);
  if (typeof b === 'number') return withNumber(a.dtype, b);
  if (a.dtype === b.dtype) return a.dtype;
  if ((a.ndim === 0) !== (b.ndim === 0)) {
    const { dtype } = a.ndim === 0 ? b : a;
    if (isFloating(dtype)) return dtype;
  }
  return promoteTypes(a.dtype, b.dtype);
}

function withNumber(dtype: DType, value: number): DType {
  if (isFloating(dtype)) return dtype;
  // What int32 does not hold would wrap around: 1 would be greater than 3e9.
  return value === (value | 0) ? 'int32' : 'float32';
}

/** @internal Broadcasts and converts two operands and runs a kernel whose result has their dtype, or bool. */
export function runBinary(op: BinaryOp, a: TensorOrNumber, b: TensorOrNumber, dtype: DType = resultType(a, b)): Tensor {
  if (typeof a === 'number') {
    if (typeof b === 'number') throw new DTypeError(`${op}: one operand must be a tensor, got two numbers`);
    const y = cast(b, dtype);
    return wrapLike(y.backend.binary(op, a, y), y);
  }
  const x = cast(a, dtype);
  if (typeof b === 'number') return wrapLike(x.backend.binary(op, x, b), x);
  requireOneBackend(op, [a, b]);
  const y = cast(b, dtype);
  const shape = broadcastShapes(op, x.shape, y.shape);
  const p = expandView(x, shape);
  const q = expandView(y, shape);
  const buffer = x.backend.binary(op, p, q);
  return p.dense ? wrapLike(buffer, p) : q.dense ? wrapLike(buffer, q) : wrap(buffer, shape);
}

/** What the derivatives of a binary function may read; an operand may have been a number. */
export interface BinarySaved {
  readonly a: TensorOrNumber;
  readonly b: TensorOrNumber;
  readonly y: Tensor;
}

type BinaryRule = (g: Tensor, saved: BinarySaved) => Tensor;

/**
 * Defines a tracked function of two operands, either of which may be a number.
 *
 * @internal
 * @param backward - the gradients of the first and of the second operand.
 * @param forward - what computes it; the kernel of its name unless given.
 */
/* @__NO_SIDE_EFFECTS__ */ export function defineBinary(
  name: BinaryMethod & ArithmeticOp,
  backward: readonly [BinaryRule, BinaryRule],
  forward: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = (a, b) => runBinary(name, a, b),
): (a: TensorOrNumber, b: TensorOrNumber) => Tensor {
  const both = defineOp<undefined>({ name, forward: (inputs) => forward(inputs[0]!, inputs[1]!), backward });
  const numberRight = defineSingle<number>(name, forward, (g, saved) => backward[0](g, new WithNumber(saved, false)));
  const numberLeft = defineSingle<number>(
    name,
    (b, a) => forward(a, b),
    (g, saved) => backward[1](g, new WithNumber(saved, true)),
  );
  return (a, b) => {
    if (typeof a === 'number') return typeof b === 'number' ? runBinary(name, a, b) : numberLeft(b, a);
    if (typeof b === 'number') return numberRight(a, b);
    requireOperand(name, a, 'the first operand');
    requireOperand(name, b, 'the second operand');
    return both([a, b], undefined);
  };
}

/** @internal Functions that make fractions take whole numbers as float32. */
export function floatType(a: TensorOrNumber, b: TensorOrNumber): DType {
  const dtype = resultType(a, b);
  return isFloating(dtype) ? dtype : 'float32';
}

/** The saved values of an operation with one number, its argument, among its operands. */
class WithNumber implements BinarySaved {
  readonly #saved: Saved<number>;
  readonly #isLeft: boolean;

  constructor(saved: Saved<number>, isLeft: boolean) {
    this.#saved = saved;
    this.#isLeft = isLeft;
  }

  get a(): TensorOrNumber {
    return this.#isLeft ? this.#saved.args : this.#saved.a;
  }

  get b(): TensorOrNumber {
    return this.#isLeft ? this.#saved.a : this.#saved.args;
  }

  get y(): Tensor {
    return this.#saved.y;
  }
}

/** @internal Defines a function of two operands with a bool result, which has no gradient. */
/* @__NO_SIDE_EFFECTS__ */ export function defineComparison(
  name: BinaryMethod & ComparisonOp,
): (a: TensorOrNumber, b: TensorOrNumber) => Tensor {
  return (a, b) => {
    requireOperand(name, a, 'the first operand');
    requireOperand(name, b, 'the second operand');
    return runBinary(name, a, b);
  };
}

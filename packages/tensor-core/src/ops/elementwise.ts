import type { ArithmeticOp, BinaryOp, ComparisonOp, UnaryOp } from '../backend.js';
import { broadcastShapes, expandView } from '../broadcast.js';
import { commonBackend, defineMethod, defineOp } from '../define-op.js';
import { type DType, isFloating, promoteTypes } from '../dtype.js';
import { DTypeError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { wrap, wrapLike } from '../tensor.js';
import { convert } from './cast.js';

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
  return isFloating(x.dtype) ? x : convert(x, 'float32');
}

/** @internal Runs a unary kernel on any float tensor. */
export function floatUnary(op: UnaryOp): (x: Tensor) => Tensor {
  return (x) => {
    const input = toFloat(x);
    return wrapLike(input.backend.unary(op, input), input);
  };
}

/** @internal Runs a unary kernel that keeps int32; bool becomes int32. */
export function numericUnary(op: UnaryOp): (x: Tensor) => Tensor {
  return (x) => {
    const input = x.dtype === 'bool' ? convert(x, 'int32') : x;
    return wrapLike(input.backend.unary(op, input), input);
  };
}

/**
 * Defines a tracked function of one tensor, as function and method.
 *
 * @internal
 */
export function defineUnary(
  name: UnaryMethod,
  forward: (x: Tensor) => Tensor,
  backward: (g: Tensor, saved: { readonly a: Tensor; readonly y: Tensor }) => Tensor,
): (x: Tensor) => Tensor {
  const op = defineOp<undefined>({ name, forward: (inputs) => forward(inputs[0]!), backward: [backward] });
  const run = (x: Tensor): Tensor => op([x], undefined);
  defineMethod(name, run as never);
  return run;
}

/**
 * The dtype in which two operands meet, by `torch.result_type`: numbers and scalars yield to tensors of their kind.
 *
 * @example
 * ```ts
 * import { ones, resultType } from '@kindling/tensor-core';
 * console.log(resultType(ones([2], { dtype: 'int32' }), 2), resultType(ones([2], { dtype: 'int32' }), 2.5)); // => int32 float32
 * ```
 */
export function resultType(a: TensorOrNumber, b: TensorOrNumber): DType {
  if (typeof a === 'number') return typeof b === 'number' ? 'float32' : withNumber(b.dtype, a);
  if (typeof b === 'number') return withNumber(a.dtype, b);
  if (a.dtype === b.dtype) return a.dtype;
  const kind = (x: Tensor): number => (isFloating(x.dtype) ? 2 : x.dtype === 'int32' ? 1 : 0);
  if ((a.ndim === 0) !== (b.ndim === 0)) {
    const [scalar, full] = a.ndim === 0 ? [a, b] : [b, a];
    if (kind(full) >= kind(scalar)) return full.dtype;
  }
  return promoteTypes(a.dtype, b.dtype);
}

function withNumber(dtype: DType, value: number): DType {
  if (isFloating(dtype)) return dtype;
  return Number.isInteger(value) ? 'int32' : 'float32';
}

/** @internal Broadcasts and converts two operands and runs a kernel whose result has their dtype, or bool. */
export function runBinary(op: BinaryOp, a: TensorOrNumber, b: TensorOrNumber, dtype: DType = resultType(a, b)): Tensor {
  if (typeof a === 'number') {
    if (typeof b === 'number') throw new DTypeError(`${op}: one operand must be a tensor, got two numbers`);
    const y = b.dtype === dtype ? b : convert(b, dtype);
    return wrapLike(y.backend.binary(op, a, y), y);
  }
  const x = a.dtype === dtype ? a : convert(a, dtype);
  if (typeof b === 'number') return wrapLike(x.backend.binary(op, x, b), x);
  commonBackend(op, [a, b]);
  const y = b.dtype === dtype ? b : convert(b, dtype);
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
 * Defines a tracked function of two operands, either of which may be a number, as function and method.
 *
 * @internal
 * @param backward - the gradients of the first and of the second operand.
 * @param shortcut - other operations that give the same for some numbers.
 */
export function defineBinary(
  name: BinaryMethod,
  kernel: ArithmeticOp,
  backward: readonly [BinaryRule, BinaryRule],
  dtypeOf: (a: TensorOrNumber, b: TensorOrNumber) => DType = resultType,
  shortcut?: (a: Tensor, b: number) => Tensor | undefined,
): (a: TensorOrNumber, b: TensorOrNumber) => Tensor {
  const both = defineOp<undefined>({
    name,
    forward: (inputs) => runBinary(kernel, inputs[0]!, inputs[1]!, dtypeOf(inputs[0]!, inputs[1]!)),
    backward,
  });
  const numberRight = defineOp<number>({
    name,
    forward: ([x], b) => shortcut?.(x!, b) ?? runBinary(kernel, x!, b, dtypeOf(x!, b)),
    backward: [(g, saved) => backward[0](g, new WithNumber(saved, undefined, saved.args))],
  });
  const numberLeft = defineOp<number>({
    name,
    forward: (inputs, a) => runBinary(kernel, a, inputs[0]!, dtypeOf(a, inputs[0]!)),
    backward: [(g, saved) => backward[1](g, new WithNumber(saved, saved.args, undefined))],
  });
  const run = (a: TensorOrNumber, b: TensorOrNumber): Tensor => {
    if (typeof a === 'number') {
      if (typeof b === 'number') throw new DTypeError(`${name}: one operand must be a tensor, got two numbers`);
      return numberLeft([b], a);
    }
    return typeof b === 'number' ? numberRight([a], b) : both([a, b], undefined);
  };
  defineMethod(name, run);
  return run;
}

/** @internal Functions that make fractions take whole numbers as float32. */
export function floatType(a: TensorOrNumber, b: TensorOrNumber): DType {
  const dtype = resultType(a, b);
  return isFloating(dtype) ? dtype : 'float32';
}

/** The saved values of an operation with one number among its operands. */
class WithNumber implements BinarySaved {
  readonly #saved: { readonly a: Tensor; readonly y: Tensor };
  readonly #left: number | undefined;
  readonly #right: number | undefined;

  constructor(saved: { readonly a: Tensor; readonly y: Tensor }, left: number | undefined, right: number | undefined) {
    this.#saved = saved;
    this.#left = left;
    this.#right = right;
  }

  get a(): TensorOrNumber {
    return this.#left ?? this.#saved.a;
  }

  get b(): TensorOrNumber {
    return this.#right ?? this.#saved.a;
  }

  get y(): Tensor {
    return this.#saved.y;
  }
}

/** @internal Defines a function of two operands with a bool result, which has no gradient. */
export function defineComparison(
  name: BinaryMethod,
  kernel: ComparisonOp,
): (a: TensorOrNumber, b: TensorOrNumber) => Tensor {
  const run = (a: TensorOrNumber, b: TensorOrNumber): Tensor => runBinary(kernel, a, b);
  defineMethod(name, run);
  return run;
}

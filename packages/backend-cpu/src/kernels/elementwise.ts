import type { BinaryOp, DType, Operand, TypedArray, UnaryOp, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { allocate } from '../memory.js';
import { floatArithmetic, intArithmetic, type PairKernel } from './arithmetic.js';
import { comparisons } from './comparison.js';
import { constant } from './constant.js';
import { givesBool, unaryKernels } from './unary.js';
import { Walk } from './walk.js';

type PairKernels = { readonly [op in BinaryOp]?: PairKernel };

const floats: PairKernels = { ...floatArithmetic, ...comparisons };

/** The kernels for each dtype; bool arithmetic is logic, as in PyTorch, without subtraction, division or power. */
const kernels: Record<DType, PairKernels> = {
  float32: floats,
  float64: floats,
  int32: { ...intArithmetic, ...comparisons },
  bool: {
    ...comparisons,
    add: comparisons.logicalOr,
    mul: comparisons.logicalAnd,
    maximum: comparisons.logicalOr,
    minimum: comparisons.logicalAnd,
  },
};

/** One function of each element. */
export function unary(op: UnaryOp, x: View): TypedArray {
  const out = allocate(givesBool(op) ? 'bool' : x.dtype, x.size);
  const kernel = unaryKernels[op];
  const values = valuesOf(x);
  if (x.dense) {
    kernel(out, 0, values, x.offset, 1, x.size);
    return out;
  }
  const walk = new Walk(x.shape, [x.strides], [x.offset]);
  for (let r = 0, at = 0; r < walk.rows; r++, at += walk.length, walk.next()) {
    kernel(out, at, values, walk.at[0]!, walk.steps[0]!, walk.length);
  }
  return out;
}

/** One function of each pair of elements. */
export function binary(op: BinaryOp, a: Operand, b: Operand): TypedArray {
  if (typeof a === 'number') {
    const y = b as View;
    return pairs(op, constant(a, constantDType(op, y)), null, valuesOf(y), y, y);
  }
  if (typeof b === 'number') return pairs(op, valuesOf(a), a, constant(b, constantDType(op, a)), null, a);
  return pairs(op, valuesOf(a), a, valuesOf(b), b, a);
}

/** The dtype of the result of an operation on elements of a dtype. */
function binaryDType(op: BinaryOp, dtype: DType): DType {
  return op in floatArithmetic ? dtype : 'bool';
}

/** A number takes the dtype of the other operand, but 0.5 stays true. */
function constantDType(op: BinaryOp, other: View): DType {
  return op === 'logicalAnd' || op === 'logicalOr' || op === 'logicalXor' ? 'float64' : other.dtype;
}

/** Runs a kernel over two arrays; a `null` view means that the array holds one number. `model` has the result's shape. */
function pairs(
  op: BinaryOp,
  a: TypedArray,
  aView: View | null,
  b: TypedArray,
  bView: View | null,
  model: View,
): TypedArray {
  const kernel = kernels[model.dtype][op];
  if (kernel === undefined) throw new Error(`${op}: ${model.dtype} has none`);
  const out = allocate(binaryDType(op, model.dtype), model.size);
  if ((aView === null || aView.dense) && (bView === null || bView.dense)) {
    kernel(out, 0, a, aView?.offset ?? 0, aView ? 1 : 0, b, bView?.offset ?? 0, bView ? 1 : 0, model.size);
    return out;
  }
  const still = model.shape.map(() => 0);
  const walk = new Walk(
    model.shape,
    [aView?.strides ?? still, bView?.strides ?? still],
    [aView?.offset ?? 0, bView?.offset ?? 0],
  );
  for (let r = 0, at = 0; r < walk.rows; r++, at += walk.length, walk.next()) {
    kernel(out, at, a, walk.at[0]!, walk.steps[0]!, b, walk.at[1]!, walk.steps[1]!, walk.length);
  }
  return out;
}

import type { BinaryOp, DType, Operand, TypedArray, UnaryOp, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { allocate } from '../memory.js';
import { floatArithmetic, intArithmetic, type PairKernel } from './arithmetic.js';
import { comparisons } from './comparison.js';
import { sourceOf } from './operand.js';
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
  const out = allocate(givesBool(op) ? 'bool' : x.dtype, x.count);
  const kernel = unaryKernels[op];
  const values = valuesOf(x);
  if (x.dense) {
    kernel(out, 0, values, x.offset, 1, x.count);
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
  const { dtype, shape, count: size } = (typeof a === 'number' ? b : a) as View;
  const kernel = kernels[dtype][op];
  if (kernel === undefined) throw new Error(`${op}: ${dtype} has none`);
  const out = allocate(op in floatArithmetic ? dtype : 'bool', size);
  // A number takes the dtype of the other operand, but 0.5 stays true.
  const taken = op === 'logicalAnd' || op === 'logicalOr' || op === 'logicalXor' ? 'float64' : dtype;
  const x = sourceOf(a, taken, 0);
  const y = sourceOf(b, taken, 1);
  if (x.dense && y.dense) {
    kernel(out, 0, x.values, x.offset, x.step, y.values, y.offset, y.step, size);
    return out;
  }
  const walk = new Walk(shape, [x.strides, y.strides], [x.offset, y.offset]);
  for (let r = 0, at = 0; r < walk.rows; r++, at += walk.length, walk.next()) {
    kernel(out, at, x.values, walk.at[0]!, walk.steps[0]!, y.values, walk.at[1]!, walk.steps[1]!, walk.length);
  }
  return out;
}

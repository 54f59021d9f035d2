import {
  type Activation,
  add,
  DTypeError,
  defineOp,
  formatShape,
  fromBuffer,
  isGradEnabled,
  le,
  matmul,
  mul,
  type Op,
  relu,
  reshape,
  type Saved,
  ShapeError,
  sigmoid,
  sizeOf,
  sub,
  sum,
  type Tensor,
  tanh,
  transpose,
  where,
} from '@kindling/tensor-core';

/** What {@link linear} may do besides. */
export interface LinearOptions {
  /** Applied to the result in the same pass; default `'identity'`, none. */
  activation?: Activation;
}

const activations = { relu, sigmoid, tanh };

function forward(inputs: readonly Tensor[], activation: Activation): Tensor {
  const x = inputs[0]!;
  const weight = inputs[1]!;
  const bias = inputs[2] ?? null;
  const { fused } = x.backend;
  if (fused?.linear !== undefined && x.dtype === 'float32') {
    return fromBuffer(fused.linear(x, weight, bias, activation), [x.shape[0]!, weight.shape[0]!]);
  }
  const product = matmul(x, transpose(weight, 0, 1));
  const sums = bias === null ? product : add(product, bias);
  return activation === 'identity' ? sums : activations[activation](sums);
}

/** The gradient before the activation, with which all three derivatives begin. */
function beforeActivation(g: Tensor, saved: Saved<Activation>): Tensor {
  const activation = saved.args;
  if (activation === 'identity') return g;
  const { y } = saved;
  const { fused } = g.backend;
  if (fused?.activationBackward !== undefined && !isGradEnabled() && g.dtype === 'float32') {
    return fromBuffer(fused.activationBackward(activation, g, y), y.shape);
  }
  if (activation === 'relu') return where(le(y, 0), 0, g);
  return mul(g, activation === 'sigmoid' ? mul(y, sub(1, y)) : sub(1, mul(y, y)));
}

/** All three gradients from one kernel. Values are read, and so checked, only where they are needed. */
function together(g: Tensor, saved: Saved<Activation>, wanted: readonly boolean[]): (Tensor | null)[] | null {
  const { fused } = g.backend;
  if (fused?.linearBackward === undefined || g.dtype !== 'float32') return null;
  const { args: activation, inputs } = saved;
  const x = wanted[1] ? saved.a : inputs[0]!;
  const weight = wanted[0] ? saved.b : inputs[1]!;
  const y = activation === 'identity' ? g : saved.y;
  const made = fused.linearBackward(g, x, weight, y, activation, wanted);
  return made && inputs.map((input, i) => (wanted[i] ? fromBuffer(made[i]!, input.shape) : null));
}

/** PyTorch's printing names the last operation, so each activation has an op of its own name. */
function define(name: string): Op<Activation> {
  return defineOp<Activation>({
    name,
    forward,
    together,
    prepare: beforeActivation,
    backward: [(g, { b }) => matmul(g, b), (g, { a }) => matmul(transpose(g, 0, 1), a), (g) => sum(g, 0)],
  });
}

const ops: Readonly<Record<Activation, Op<Activation>>> = {
  identity: define('addmm'),
  relu: define('relu'),
  sigmoid: define('sigmoid'),
  tanh: define('tanh'),
};

/**
 * `activation(x @ weight.T + bias)`, in one pass where the backend has a kernel for it.
 *
 * @param x - [..., in].
 * @param weight - [out, in].
 * @param bias - [out], or none.
 * @returns [..., out].
 * @throws `ShapeError` when the last dimension is not `in`, or the bias does not fit; `DTypeError` when dtypes
 * differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { functional as F } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const y = F.linear(tensor([[1, 2]]), tensor([[3, 4], [-5, 0]]), tensor([10, 1]), { activation: 'relu' });
 * console.log(y.tolist()); // => [ [ 21, 0 ] ]
 * ```
 */
export function linear(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  { activation = 'identity' }: LinearOptions = {},
): Tensor {
  const [outFeatures, inFeatures] = weight.shape;
  if (weight.ndim !== 2) throw new ShapeError(`linear: the weight must be [out, in], not ${formatShape(weight.shape)}`);
  const name = `Linear(${inFeatures} -> ${outFeatures})`;
  const features = x.shape[x.ndim - 1];
  if (features !== inFeatures) {
    throw new ShapeError(`${name}: got ${features ?? 'no'} features, ${formatShape(x.shape)}`);
  }
  if (bias !== null && (bias.ndim !== 1 || bias.shape[0] !== outFeatures)) {
    throw new ShapeError(`${name}: the bias is ${formatShape(bias.shape)}, not [${outFeatures}]`);
  }
  if (x.dtype !== weight.dtype || (bias !== null && bias.dtype !== weight.dtype)) {
    const got = x.dtype !== weight.dtype ? `the input is ${x.dtype}` : `the bias is ${bias?.dtype}`;
    throw new DTypeError(`${name}: ${got}, the weight ${weight.dtype}`);
  }
  const matrix = x.ndim === 2 ? x : reshape(x, [sizeOf(x.shape.slice(0, -1)), inFeatures!]);
  const y = ops[activation](bias === null ? [matrix, weight] : [matrix, weight, bias], activation);
  return x.ndim === 2 ? y : reshape(y, [...x.shape.slice(0, -1), outFeatures!]);
}

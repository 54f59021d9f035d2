import type { Known } from '@internal/arguments';
import {
  type Activation,
  add,
  fromBuffer,
  matmul,
  reshape,
  type Saved,
  ShapeError,
  sum,
  type Tensor,
  transpose,
} from '@kindling/tensor-core';
import { activate, checkLayer, defineLayer, formatShape, sizeOf } from '@kindling/tensor-core/internal';
import { checkNames, checkTensor } from '../checks.js';

/** What {@link linear} may do besides. */
export interface LinearOptions {
  /** Applied to the result in the same pass; default `'identity'`, none. */
  activation?: Activation;
}

interface Args {
  readonly activation: Activation;
}

function forward(inputs: readonly Tensor[], { activation }: Args): Tensor {
  const x = inputs[0]!;
  const weight = inputs[1]!;
  const bias = inputs[2] ?? null;
  const { fused } = x.backend;
  if (fused?.linear !== undefined && x.dtype === 'float32') {
    return fromBuffer(fused.linear(x, weight, bias, activation), [x.shape[0]!, weight.shape[0]!]);
  }
  const product = matmul(x, transpose(weight, 0, 1));
  return activate(bias === null ? product : add(product, bias), activation);
}

/** All three gradients from one kernel. Values are read, and so checked, only where they are needed. */
function together(g: Tensor, saved: Saved<Args>, wanted: readonly boolean[]): (Tensor | null)[] | null {
  const { fused } = g.backend;
  if (fused?.linearBackward === undefined || g.dtype !== 'float32') return null;
  const { inputs } = saved;
  const { activation } = saved.args;
  const x = wanted[1] ? saved.a : inputs[0]!;
  const weight = wanted[0] ? saved.b : inputs[1]!;
  const y = activation === 'identity' ? g : saved.y;
  const made = fused.linearBackward(g, x, weight, y, activation, wanted);
  return made && inputs.map((input, i) => (wanted[i] ? fromBuffer(made[i]!, input.shape) : null));
}

const linearOp = /* @__PURE__ */ defineLayer<Args>('addmm', {
  forward,
  together,
  backward: [(g, { b }) => matmul(g, b), (g, { a }) => matmul(transpose(g, 0, 1), a), (g) => sum(g, 0)],
});

const known: Known<LinearOptions> = { activation: 1 };

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
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const y = F.linear(tensor([[1, 2]]), tensor([[3, 4], [-5, 0]]), tensor([10, 1]), { activation: 'relu' });
 * console.log(y.tolist()); // => [ [ 21, 0 ] ]
 * ```
 */
export function linear(x: Tensor, weight: Tensor, bias: Tensor | null = null, options: LinearOptions = {}): Tensor {
  checkTensor('linear', 'x', x);
  checkTensor('linear', 'weight', weight);
  if (bias !== null) checkTensor('linear', 'bias', bias);
  const { activation = 'identity' } = options;
  checkNames('linear', options, known);
  const outFeatures = weight.shape[0];
  const inFeatures = weight.shape[1];
  if (weight.ndim !== 2) throw new ShapeError(`linear: the weight must be [out, in], not ${formatShape(weight.shape)}`);
  // Made where it is needed: it would take longer than the checks.
  const name = (): string => `Linear(${inFeatures} -> ${outFeatures})`;
  const features = x.shape[x.ndim - 1];
  if (features !== inFeatures) {
    throw new ShapeError(`${name()}: got ${features ?? 'no'} features, ${formatShape(x.shape)}`);
  }
  checkLayer(name, x, weight, bias);
  const matrix = x.ndim === 2 ? x : reshape(x, [sizeOf(x.shape.slice(0, -1)), inFeatures!]);
  const y = linearOp(bias === null ? [matrix, weight] : [matrix, weight, bias], { activation });
  return x.ndim === 2 ? y : reshape(y, [...x.shape.slice(0, -1), outFeatures!]);
}

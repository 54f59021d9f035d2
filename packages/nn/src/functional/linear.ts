import type { Known } from '@internal/arguments';
import { type Activation, add, matmul, reshape, ShapeError, sum, type Tensor, transpose } from '@kindling/tensor-core';
import { checkLayer, defineLayer, formatShape, sizeOf, wrongShape } from '@kindling/tensor-core/internal';
import { checkNames, checkTensor } from '../checks.js';

/** What {@link linear} may do besides. */
export interface LinearOptions {
  /** Applied to the result in the same pass; default `'identity'`, none. */
  activation?: Activation;
}

interface Args {
  readonly activation: Activation;
}

const linearOp = /* @__PURE__ */ defineLayer<Args>('addmm', {
  fused: (kernels, x, weight, bias, { activation }) => kernels.linear?.(x, weight, bias, activation),
  composed(x, weight, bias) {
    const product = matmul(x, transpose(weight, 0, 1));
    return bias === null ? product : add(product, bias);
  },
  gradients: (kernels, g, x, weight, y, { activation }, wanted) =>
    kernels.linearBackward?.(g, x, weight, y, activation, wanted),
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
  checkTensor('linear', x);
  checkTensor('linear', weight, 'weight');
  if (bias !== null) checkTensor('linear', bias, 'bias');
  checkNames('linear', options, known);
  const { activation = 'identity' } = options;
  const outFeatures = weight.shape[0];
  const inFeatures = weight.shape[1];
  if (weight.ndim !== 2) wrongShape('linear', 'the weight', '[out, in]', weight);
  // Made where it is needed: it would take longer than the checks.
  const name = (): string => `Linear(${inFeatures} -> ${outFeatures})`;
  const features = x.shape[x.ndim - 1];
  if (features !== inFeatures) {
    throw new ShapeError(`${name()}: got ${features ?? 'no'} features, ${formatShape(x.shape)}`);
  }
  checkLayer(name, x, weight, bias, activation);
  const matrix = x.ndim === 2 ? x : reshape(x, [sizeOf(x.shape.slice(0, -1)), inFeatures!]);
  const y = linearOp(bias === null ? [matrix, weight] : [matrix, weight, bias], { activation });
  return x.ndim === 2 ? y : reshape(y, [...x.shape.slice(0, -1), outFeatures!]);
}

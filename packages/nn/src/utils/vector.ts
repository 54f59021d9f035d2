import { cat, noGrad, reshape, ShapeError, type Tensor } from '@kindling/tensor-core';
import { formatShape } from '@kindling/tensor-core/internal';
import { checkTensor, checkTensors } from '../checks.js';

/**
 * All elements of parameters in one vector, through which gradients flow; as `torch.nn.utils.parameters_to_vector`.
 *
 * @throws `ShapeError` when there are no parameters.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { parametersToVector } from '@kindling/nn/utils';
 * import { setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(parametersToVector(new Linear(2, 3).parameters()).shape); // => [ 9 ]
 * ```
 */
export function parametersToVector(parameters: Iterable<Tensor>): Tensor {
  checkTensors('parametersToVector', 'the parameters', parameters);
  return cat(
    Array.from(parameters, (parameter) => {
      checkTensor('parametersToVector', parameter, 'each parameter');
      return reshape(parameter, [parameter.numel()]);
    }),
  );
}

/**
 * Copies a vector's elements into parameters, in place; as `torch.nn.utils.vector_to_parameters`.
 *
 * @throws `ShapeError` when the vector has more or fewer elements than the parameters together.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { vectorToParameters } from '@kindling/nn/utils';
 * import { arange, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const layer = new Linear(2, 1);
 * vectorToParameters(arange(3).float(), layer.parameters());
 * console.log(layer.weight.tolist(), layer.bias!.tolist()); // => [ [ 0, 1 ] ] [ 2 ]
 * ```
 */
export function vectorToParameters(vector: Tensor, parameters: Iterable<Tensor>): void {
  checkTensor('vectorToParameters', vector, 'the vector');
  checkTensors('vectorToParameters', 'the parameters', parameters);
  const list = [...parameters];
  for (const one of list) checkTensor('vectorToParameters', one, 'each parameter');
  const total = list.reduce((sum, p) => sum + p.numel(), 0);
  if (vector.ndim !== 1 || vector.numel() !== total) {
    throw new ShapeError(
      `vectorToParameters: the vector is ${formatShape(vector.shape)}, the parameters have ${total} elements`,
    );
  }
  noGrad(() => {
    let start = 0;
    for (const parameter of list) {
      parameter.copy_(reshape(vector.slice(0, start, start + parameter.numel()), parameter.shape));
      start += parameter.numel();
    }
  });
}

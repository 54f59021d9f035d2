import { mul, narrow, ShapeError, sigmoid, type Tensor } from '@kindling/tensor-core';
import { formatShape } from '@kindling/tensor-core/internal';
import { checkFloats, checkNumber } from '../checks.js';

/**
 * The first half of a dimension times the sigmoid of the second: Dauphin et al. (2017); `torch.nn.functional.glu`.
 *
 * @param x - any shape; the result has half the size along `dim` (default the last one).
 * @throws `ShapeError` when there is no such dimension, or its size is odd.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.glu(tensor([1, 2, 0, 0])).tolist()); // => [ 0.5, 1 ]
 * ```
 */
export function glu(x: Tensor, dim = -1): Tensor {
  checkFloats('glu', x);
  checkNumber('glu', 'dim', dim);
  const size = x.shape.at(dim);
  if (size === undefined || size % 2 !== 0) {
    throw new ShapeError(`glu: dimension ${dim} of ${formatShape(x.shape)} does not split into halves`);
  }
  return mul(narrow(x, dim, 0, size / 2), sigmoid(narrow(x, dim, size / 2, size / 2)));
}

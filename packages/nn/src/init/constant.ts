import { eye, noGrad, ShapeError, type Tensor } from '@kindling/tensor-core';
import { formatShape } from '@kindling/tensor-core/internal';
import { checkNumber, checkTensor } from '../checks.js';

/**
 * Fills a tensor with one value, in place, as `torch.nn.init.constant_`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as init from '@kindling/nn/init';
 * import { setBackend, zeros } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(init.constant_(zeros(2), 0.5))); // => tensor([0.5000, 0.5000])
 * ```
 */
export function constant_<T extends Tensor>(x: T, value: number): T {
  checkTensor('constant_', x);
  checkNumber('constant_', 'value', value);
  return noGrad(() => x.fill_(value));
}

/**
 * Fills a tensor with 0, in place, as `torch.nn.init.zeros_`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as init from '@kindling/nn/init';
 * import { setBackend, zeros } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(init.zeros_(zeros(2)))); // => tensor([0., 0.])
 * ```
 */
export function zeros_<T extends Tensor>(x: T): T {
  checkTensor('zeros_', x);
  return constant_(x, 0);
}

/**
 * Fills a tensor with 1, in place, as `torch.nn.init.ones_`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as init from '@kindling/nn/init';
 * import { setBackend, zeros } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(init.ones_(zeros(2)))); // => tensor([1., 1.])
 * ```
 */
export function ones_<T extends Tensor>(x: T): T {
  checkTensor('ones_', x);
  return constant_(x, 1);
}

/**
 * Fills a matrix with the identity, in place, as `torch.nn.init.eye_`.
 *
 * @throws `ShapeError` when the tensor is no matrix.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as init from '@kindling/nn/init';
 * import { setBackend, zeros } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(init.eye_(zeros(1, 2)))); // => tensor([[1., 0.]])
 * ```
 */
export function eye_<T extends Tensor>(x: T): T {
  checkTensor('eye_', x);
  if (x.ndim !== 2) throw new ShapeError(`eye_: a matrix is needed, not ${formatShape(x.shape)}`);
  const { backend, dtype } = x;
  return noGrad(() => x.copy_(eye(x.shape[0]!, x.shape[1]!, { backend, dtype })));
}

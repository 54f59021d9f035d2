import { keep, Tensor } from '@kindling/tensor-core';
import { formatTensor } from '@kindling/tensor-core/internal';
import { checkNames, checkTensor } from './checks.js';

/**
 * A tensor that a module learns: a leaf that requires gradients, found by `module.parameters()` when it is a field.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Parameter } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const weight = new Parameter(ones(2));
 * console.log(weight.requiresGrad, weight.isLeaf); // => true true
 * ```
 */
export class Parameter extends Tensor {
  /**
   * @param data - float32 or float64, any shape; its elements are shared, not copied.
   * @throws `DTypeError` for int32 and bool, unless `requiresGrad` is false.
   */
  constructor(data: Tensor, options: { requiresGrad?: boolean } = {}) {
    checkTensor('Parameter', data, 'the data');
    checkNames('Parameter', options, { requiresGrad: 'boolean' });
    super(data.buffer, data.shape, data.strides, data.offset, data.count, data.dense);
    this.requiresGrad = options.requiresGrad ?? true;
    // A module that is made inside scope() outlives it.
    keep(data);
    data.backend.pin?.(data.buffer);
  }

  /** As PyTorch prints a parameter. */
  override toString(): string {
    return `Parameter containing:\n${formatTensor(this)}`;
  }
}

/**
 * Makes a {@link Parameter}.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { parameter } from '@kindling/nn';
 * import { setBackend, zeros } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(parameter(zeros(2))));
 * // => Parameter containing:
 * //    tensor([0., 0.], requires_grad=True)
 * ```
 */
export function parameter(data: Tensor, options: { requiresGrad?: boolean } = {}): Parameter {
  return new Parameter(data, options);
}

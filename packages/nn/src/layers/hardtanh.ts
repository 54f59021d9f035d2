import type { Tensor } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { float } from '../describe.js';
import { hardtanh } from '../functional/hardtanh.js';
import { Module } from '../module.js';

/**
 * Each element, or the nearer bound where it lies outside them (default -1 and 1); `torch.nn.Hardtanh`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Hardtanh } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Hardtanh(-2, 2)(tensor([-3, 1])))); // => tensor([-2.,  1.])
 * ```
 */
export class Hardtanh extends Module {
  static override readonly name: string = 'Hardtanh';
  readonly min: number;
  readonly max: number;

  /** Throws a `RangeError` unless `min` lies below `max`. */
  constructor(min = -1, max = 1) {
    checkNumber('Hardtanh', 'min', min);
    checkNumber('Hardtanh', 'max', max);
    super();
    if (!(min < max)) throw new RangeError(`Hardtanh: the lower bound ${min} must lie below the upper one ${max}`);
    this.min = min;
    this.max = max;
  }

  forward(x: Tensor): Tensor {
    return hardtanh(x, this.min, this.max);
  }

  override extraRepr(): string {
    return `min_val=${float(this.min)}, max_val=${float(this.max)}`;
  }
}

import type { Tensor } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { threshold } from '../functional/threshold.js';
import { Module } from '../module.js';

/**
 * `x` where it is above the threshold, else `value`; `torch.nn.Threshold`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Threshold } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new Threshold(2, 20)(tensor([1, 2, 3])).tolist()); // => [ 20, 20, 3 ]
 * ```
 */
export class Threshold extends Module {
  static override readonly name: string = 'Threshold';
  readonly threshold: number;
  readonly value: number;

  constructor(level: number, value: number) {
    checkNumber('Threshold', 'level', level);
    checkNumber('Threshold', 'value', value);
    super();
    this.threshold = level;
    this.value = value;
  }

  forward(x: Tensor): Tensor {
    return threshold(x, this.threshold, this.value);
  }

  override extraRepr(): string {
    return `threshold=${this.threshold}, value=${this.value}`;
  }
}

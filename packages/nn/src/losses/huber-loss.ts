import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { checkDelta, type HuberLossOptions, huberNamed, known } from '../functional/huber-loss.js';
import type { LossValues } from './loss.js';
import { Loss } from './loss-module.js';

/**
 * Half the squared difference where it is at most `delta`, elsewhere `delta` times its size less `delta / 2`:
 * Huber (1964), for input and target of one shape; `torch.nn.HuberLoss`.
 *
 * @throws `RangeError` for an option out of range; calling it, `ShapeError` when the shapes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { HuberLoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new HuberLoss()(tensor([1, 2]), tensor([1, 5])))); // => tensor(1.2500)
 * ```
 */
export class HuberLoss extends Loss {
  static override readonly name: string = 'HuberLoss';
  readonly delta: number;

  constructor(options: HuberLossOptions = {}) {
    checkNames('HuberLoss', options, known);
    super(options);
    this.delta = options.delta ?? 1;
    checkDelta('HuberLoss', this.delta);
  }

  forward(input: LossValues, target: LossValues): Tensor {
    return huberNamed('HuberLoss', input, target, this);
  }
}

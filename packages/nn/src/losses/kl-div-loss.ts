import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { type KLDivOptions, klDivNamed, known } from '../functional/kl-div.js';
import type { LossValues } from './loss.js';
import { Loss } from './loss-module.js';

/**
 * The Kullback-Leibler divergence of logarithms of probabilities from target probabilities; `torch.nn.KLDivLoss`.
 *
 * @throws `RangeError` for an unknown reduction; calling it, `ShapeError` when the shapes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { KLDivLoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const loss = new KLDivLoss({ reduction: 'batchmean' });
 * console.log(String(loss(tensor([[0.25, 0.75]]).log(), tensor([[0.5, 0.5]])))); // => tensor(0.1438)
 * ```
 */
export class KLDivLoss extends Loss<'batchmean'> {
  static override readonly name: string = 'KLDivLoss';
  readonly logTarget: boolean;

  constructor(options: KLDivOptions = {}) {
    checkNames('KLDivLoss', options, known);
    super(options, 'batchmean');
    this.logTarget = options.logTarget ?? false;
  }

  forward(input: LossValues, target: LossValues): Tensor {
    return klDivNamed('KLDivLoss', input, target, this);
  }
}

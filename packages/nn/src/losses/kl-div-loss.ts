import type { Tensor } from '@kindling/tensor-core';
import { type KLDivOptions, klDivNamed } from '../functional/kl-div.js';
import { Module } from '../module.js';
import { checkReduction, type Reduction } from './loss.js';

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
export class KLDivLoss extends Module<[input: Tensor, target: Tensor]> {
  static override readonly name: string = 'KLDivLoss';
  readonly reduction: Reduction | 'batchmean';
  readonly logTarget: boolean;

  constructor({ reduction = 'mean', logTarget = false }: KLDivOptions = {}) {
    super();
    this.reduction = checkReduction('KLDivLoss', reduction, ['batchmean']);
    this.logTarget = logTarget;
  }

  forward(input: Tensor, target: Tensor): Tensor {
    return klDivNamed('KLDivLoss', input, target, { reduction: this.reduction, logTarget: this.logTarget });
  }
}

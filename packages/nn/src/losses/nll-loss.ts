import type { Tensor } from '@kindling/tensor-core';
import { type NLLLossOptions, nllNamed } from '../functional/nll-loss.js';
import { Module } from '../module.js';
import { checkReduction, type Reduction } from './loss.js';

/**
 * The negative log-likelihood of classes, from logarithms of probabilities; `torch.nn.NLLLoss`.
 *
 * @throws `RangeError` for an unknown reduction; calling it, as `functional.nllLoss`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { NLLLoss } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const logs = tensor([[0.25, 0.75], [0.5, 0.5]]).log();
 * console.log(String(new NLLLoss()(logs, tensor([1, 0], { dtype: 'int32' })))); // => tensor(0.4904)
 * ```
 */
export class NLLLoss extends Module<[input: Tensor, target: Tensor]> {
  static override readonly name: string = 'NLLLoss';
  readonly reduction: Reduction;
  readonly ignoreIndex: number;
  weight: Tensor | null = null;

  constructor({ weight = null, ignoreIndex = -100, reduction = 'mean' }: NLLLossOptions = {}) {
    super();
    this.reduction = checkReduction('NLLLoss', reduction);
    this.ignoreIndex = ignoreIndex;
    if (weight !== null) this.registerBuffer('weight', weight);
  }

  forward(input: Tensor, target: Tensor): Tensor {
    const { weight, ignoreIndex, reduction } = this;
    return nllNamed('NLLLoss', input, target, { weight, ignoreIndex, reduction });
  }
}

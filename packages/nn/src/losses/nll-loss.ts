import type { Tensor } from '@kindling/tensor-core';
import { checkNames } from '../checks.js';
import { known, type NLLLossOptions, nllNamed } from '../functional/nll-loss.js';
import type { LossValues } from './loss.js';
import { WeightedLoss } from './loss-module.js';

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
export class NLLLoss extends WeightedLoss {
  static override readonly name: string = 'NLLLoss';
  readonly ignoreIndex: number;

  constructor(options: NLLLossOptions = {}) {
    checkNames('NLLLoss', options, known);
    super(options);
    this.ignoreIndex = options.ignoreIndex ?? -100;
  }

  forward(input: LossValues, target: LossValues): Tensor {
    return nllNamed('NLLLoss', input, target, this);
  }
}

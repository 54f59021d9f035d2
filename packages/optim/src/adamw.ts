import { AdamBase, type AdamOptions } from './adam-base.js';
import type { OptimizerParams } from './optimizer.js';

/**
 * Adam whose weight decay is not mixed into the gradient: Loshchilov and Hutter (2019), in the form of
 * `torch.optim.AdamW`.
 *
 * @throws `RangeError` for an option out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { AdamW } from '@kindling/optim';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = tensor([1], { requiresGrad: true });
 * const optimizer = new AdamW([w], { lr: 0.25, weightDecay: 0.5 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * console.log(w.item()); // => 0.625
 * ```
 */
export class AdamW extends AdamBase {
  protected override readonly decoupled: boolean = true;

  constructor(params: OptimizerParams<AdamOptions>, options: AdamOptions = {}) {
    super('AdamW', params, 0.01, options);
  }

  protected override optimizerName(): string {
    return 'AdamW';
  }
}

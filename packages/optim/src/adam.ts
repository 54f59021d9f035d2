import { AdamBase, type AdamOptions } from './adam-base.js';
import type { OptimizerParams } from './optimizer.js';

/**
 * Adam: Kingma and Ba (2015), in the form of `torch.optim.Adam`.
 *
 * @throws `RangeError` for an option out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Adam } from '@kindling/optim';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = tensor([1], { requiresGrad: true });
 * const optimizer = new Adam([w], { lr: 0.25 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * console.log(w.item()); // => 0.75
 * ```
 */
export class Adam extends AdamBase {
  protected override readonly decoupled: boolean = false;

  constructor(params: OptimizerParams<AdamOptions>, options: AdamOptions = {}) {
    super('Adam', params, 0, options);
  }

  protected override optimizerName(): string {
    return 'Adam';
  }
}

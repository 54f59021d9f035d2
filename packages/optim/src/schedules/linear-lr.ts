import { requireWhole } from '@kindling/tensor-core/internal';
import type { AnyOptimizer } from '../optimizer.js';
import { withDefaults } from '../options.js';
import { checkFactor, FactorLR } from './scheduler.js';

/** What {@link LinearLR} may be told. */
export interface LinearLROptions {
  /** Above 0, at most 1; default 1 / 3. */
  startFactor?: number;
  /** From 0 to 1; default 1. */
  endFactor?: number;
  /** How many steps it takes; default 5. */
  totalIters?: number;
}

/**
 * Multiplies the learning rate by a factor that goes straight from `startFactor` to `endFactor`;
 * `torch.optim.lr_scheduler.LinearLR`.
 *
 * @throws `RangeError` when a factor is out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { LinearLR } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedule = new LinearLR(optimizer, { startFactor: 0.25, totalIters: 3 });
 * const rates = [0, 1, 2, 3].map(() => {
 *   const { lr } = optimizer.paramGroups[0]!;
 *   optimizer.step();
 *   schedule.step();
 *   return lr;
 * });
 * console.log(rates); // => [ 0.25, 0.5, 0.75, 1 ]
 * ```
 */
export class LinearLR extends FactorLR<Required<LinearLROptions>> {
  constructor(optimizer: AnyOptimizer, options: LinearLROptions = {}) {
    super(optimizer, withDefaults('LinearLR', { startFactor: 1 / 3, endFactor: 1, totalIters: 5 }, options));
  }

  protected override scheduleName(): string {
    return 'LinearLR';
  }

  protected override prepare(): void {
    requireWhole('LinearLR', 'totalIters', this.options.totalIters, 1);
    checkFactor('LinearLR', 'startFactor', this.options.startFactor);
    if (this.options.endFactor !== 0) checkFactor('LinearLR', 'endFactor', this.options.endFactor);
  }

  protected override factor(): number {
    const { startFactor, endFactor, totalIters } = this.options;
    if (this.lastEpoch === 0) return startFactor;
    if (this.lastEpoch > totalIters) return 1;
    const span = endFactor - startFactor;
    return 1 + span / (totalIters * startFactor + (this.lastEpoch - 1) * span);
  }

  protected override product(): number {
    const { startFactor, endFactor, totalIters } = this.options;
    const part = Math.min(totalIters, this.lastEpoch) / totalIters;
    return startFactor + (endFactor - startFactor) * part;
  }
}

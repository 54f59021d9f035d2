import { requireWhole } from '@kindling/tensor-core/internal';
import type { AnyOptimizer } from '../optimizer.js';
import { withDefaults } from '../options.js';
import { checkFactor, FactorLR } from './scheduler.js';

/** What {@link ConstantLR} may be told. */
export interface ConstantLROptions {
  /** Above 0, at most 1; default 1 / 3. */
  factor?: number;
  /** How many steps it holds; default 5. */
  totalIters?: number;
}

/**
 * Multiplies the learning rate by `factor` until `totalIters` steps were made; `torch.optim.lr_scheduler.ConstantLR`.
 *
 * @throws `RangeError` when the factor is out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { ConstantLR } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedule = new ConstantLR(optimizer, { factor: 0.5, totalIters: 2 });
 * const rates = [0, 1, 2, 3].map(() => {
 *   const { lr } = optimizer.paramGroups[0]!;
 *   optimizer.step();
 *   schedule.step();
 *   return lr;
 * });
 * console.log(rates); // => [ 0.5, 0.5, 1, 1 ]
 * ```
 */
export class ConstantLR extends FactorLR<Required<ConstantLROptions>> {
  constructor(optimizer: AnyOptimizer, options: ConstantLROptions = {}) {
    super(optimizer, withDefaults('ConstantLR', { factor: 1 / 3, totalIters: 5 }, options));
  }

  protected override scheduleName(): string {
    return 'ConstantLR';
  }

  protected override prepare(): void {
    requireWhole('ConstantLR', 'totalIters', this.options.totalIters, 1);
    checkFactor('ConstantLR', 'factor', this.options.factor);
  }

  protected override factor(): number {
    const { factor, totalIters } = this.options;
    if (this.lastEpoch === 0) return factor;
    return this.lastEpoch === totalIters ? 1 / factor : 1;
  }

  protected override product(): number {
    const { factor, totalIters } = this.options;
    return this.lastEpoch >= totalIters ? 1 : factor;
  }
}

import { requireWhole } from '@kindling/tensor-core/internal';
import type { AnyOptimizer } from '../optimizer.js';
import { withDefaults } from '../options.js';
import { FactorLR } from './scheduler.js';

/** What {@link PolynomialLR} may be told. */
export interface PolynomialLROptions {
  /** How many steps it takes; default 5. */
  totalIters?: number;
  /** The power; default 1, a straight line. */
  power?: number;
}

/**
 * Lets the learning rate fall to 0 as a power of the steps that are left; `torch.optim.lr_scheduler.PolynomialLR`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { PolynomialLR } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedule = new PolynomialLR(optimizer, { totalIters: 4 });
 * const rates = [0, 1, 2, 3].map(() => {
 *   const { lr } = optimizer.paramGroups[0]!;
 *   optimizer.step();
 *   schedule.step();
 *   return lr;
 * });
 * console.log(rates); // => [ 1, 0.75, 0.5, 0.25 ]
 * ```
 */
export class PolynomialLR extends FactorLR<Required<PolynomialLROptions>> {
  constructor(optimizer: AnyOptimizer, options: PolynomialLROptions = {}) {
    super(optimizer, withDefaults('PolynomialLR', { totalIters: 5, power: 1 }, options));
  }

  protected override scheduleName(): string {
    return 'PolynomialLR';
  }

  protected override prepare(): void {
    requireWhole('PolynomialLR', 'totalIters', this.options.totalIters, 1);
  }

  protected override factor(): number {
    const { totalIters, power } = this.options;
    if (this.lastEpoch === 0 || this.lastEpoch > totalIters) return 1;
    return ((1 - this.lastEpoch / totalIters) / (1 - (this.lastEpoch - 1) / totalIters)) ** power;
  }

  protected override product(): number {
    const { totalIters, power } = this.options;
    return (1 - Math.min(totalIters, this.lastEpoch) / totalIters) ** power;
  }
}

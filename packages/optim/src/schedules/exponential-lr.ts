import type { AnyOptimizer } from '../optimizer.js';
import { checkNumber, NONE, withDefaults } from '../options.js';
import { FactorLR } from './scheduler.js';

/** What {@link ExponentialLR} may be told. */
export interface ExponentialLROptions {
  /** The factor. */
  gamma: number;
}

/**
 * Multiplies the learning rate by `gamma` after every step; `torch.optim.lr_scheduler.ExponentialLR`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { ExponentialLR } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedule = new ExponentialLR(optimizer, { gamma: 0.5 });
 * const rates = [0, 1, 2, 3].map(() => {
 *   const { lr } = optimizer.paramGroups[0]!;
 *   optimizer.step();
 *   schedule.step();
 *   return lr;
 * });
 * console.log(rates); // => [ 1, 0.5, 0.25, 0.125 ]
 * ```
 */
export class ExponentialLR extends FactorLR<Required<ExponentialLROptions>> {
  constructor(optimizer: AnyOptimizer, options: ExponentialLROptions) {
    super(optimizer, withDefaults('ExponentialLR', { gamma: NONE }, options));
  }

  protected override scheduleName(): string {
    return 'ExponentialLR';
  }

  protected override prepare(): void {
    checkNumber('ExponentialLR', 'gamma', this.options.gamma);
  }

  protected override factor(): number {
    return this.lastEpoch === 0 ? 1 : this.options.gamma;
  }

  protected override product(): number {
    return this.options.gamma ** this.lastEpoch;
  }
}

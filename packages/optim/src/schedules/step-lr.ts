import { requireWhole } from '@kindling/tensor-core/internal';
import type { AnyOptimizer } from '../optimizer.js';
import { NONE, withDefaults } from '../options.js';
import { FactorLR } from './scheduler.js';

/** What {@link StepLR} may be told. */
export interface StepLROptions {
  /** How many steps there are between two changes, from 1. */
  stepSize: number;
  /** Default 0.1. */
  gamma?: number;
}

/**
 * Multiplies the learning rate by `gamma` after every `stepSize` steps; `torch.optim.lr_scheduler.StepLR`.
 *
 * @throws `RangeError` when `stepSize` is no whole number from 1.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { StepLR } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedule = new StepLR(optimizer, { stepSize: 2, gamma: 0.5 });
 * const rates = [0, 1, 2, 3].map(() => {
 *   const { lr } = optimizer.paramGroups[0]!;
 *   optimizer.step();
 *   schedule.step();
 *   return lr;
 * });
 * console.log(rates); // => [ 1, 1, 0.5, 0.5 ]
 * ```
 */
export class StepLR extends FactorLR<Required<StepLROptions>> {
  constructor(optimizer: AnyOptimizer, options: StepLROptions) {
    super(optimizer, withDefaults('StepLR', { stepSize: NONE, gamma: 0.1 }, options));
  }

  protected override scheduleName(): string {
    return 'StepLR';
  }

  protected override prepare(): void {
    requireWhole('StepLR', 'stepSize', this.options.stepSize, 1);
  }

  protected override factor(): number {
    const { stepSize, gamma } = this.options;
    return this.lastEpoch > 0 && this.lastEpoch % stepSize === 0 ? gamma : 1;
  }

  protected override product(): number {
    const { stepSize, gamma } = this.options;
    return gamma ** Math.floor(this.lastEpoch / stepSize);
  }
}

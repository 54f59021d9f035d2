import type { AnyOptimizer } from '../optimizer.js';
import { NONE, withDefaults } from '../options.js';
import { checkMilestones, FactorLR } from './scheduler.js';

/** What {@link MultiStepLR} may be told. */
export interface MultiStepLROptions {
  /** The numbers of steps; one that is there twice counts twice. */
  milestones: readonly number[];
  /** Default 0.1. */
  gamma?: number;
}

/**
 * Multiplies the learning rate by `gamma` after given numbers of steps; `torch.optim.lr_scheduler.MultiStepLR`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { MultiStepLR } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedule = new MultiStepLR(optimizer, { milestones: [1, 3], gamma: 0.5 });
 * const rates = [0, 1, 2, 3].map(() => {
 *   const { lr } = optimizer.paramGroups[0]!;
 *   optimizer.step();
 *   schedule.step();
 *   return lr;
 * });
 * console.log(rates); // => [ 1, 0.5, 0.5, 0.25 ]
 * ```
 */
export class MultiStepLR extends FactorLR<Required<MultiStepLROptions>> {
  constructor(optimizer: AnyOptimizer, options: MultiStepLROptions) {
    super(optimizer, withDefaults('MultiStepLR', { milestones: NONE, gamma: 0.1 }, options));
  }

  protected override scheduleName(): string {
    return 'MultiStepLR';
  }

  protected override prepare(): void {
    checkMilestones('MultiStepLR', this.options.milestones);
  }

  protected override factor(): number {
    const { milestones, gamma } = this.options;
    return gamma ** milestones.filter((milestone) => milestone === this.lastEpoch).length;
  }

  protected override product(): number {
    const { milestones, gamma } = this.options;
    return gamma ** milestones.filter((milestone) => milestone <= this.lastEpoch).length;
  }
}

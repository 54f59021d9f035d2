import { wrong } from '@internal/arguments';
import { requireWhole } from '@kindling/tensor-core/internal';
import type { Fields } from '../fields.js';
import type { AnyOptimizer } from '../optimizer.js';
import { NONE, withDefaults } from '../options.js';
import { LRScheduler, type SchedulerStateDict } from './scheduler.js';

/** What {@link CosineAnnealingWarmRestarts} may be told. */
export interface CosineAnnealingWarmRestartsOptions {
  /** How many steps the first cycle takes, from 1. */
  t0: number;
  /** By how much each cycle is longer than the one before, from 1; default 1. */
  tMult?: number;
  /** The lowest learning rate; default 0. */
  etaMin?: number;
}

/**
 * Lets the learning rate fall from its first value to `etaMin` as a cosine, again and again: Loshchilov and Hutter
 * (2017); `torch.optim.lr_scheduler.CosineAnnealingWarmRestarts`.
 *
 * `step(epoch)` takes fractions too, as `step(epoch + batch / batches)` after every batch.
 *
 * @throws `RangeError` when `t0` or `tMult` is no whole number from 1, or a step is below 0.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { CosineAnnealingWarmRestarts } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedule = new CosineAnnealingWarmRestarts(optimizer, { t0: 2 });
 * schedule.step();
 * console.log(schedule.getLastLr()[0]!.toFixed(3)); // => 0.500
 * schedule.step();
 * console.log(schedule.getLastLr()); // => [ 1 ]
 * ```
 */
export class CosineAnnealingWarmRestarts extends LRScheduler<Required<CosineAnnealingWarmRestartsOptions>> {
  /** How many steps were made, fractions included. Declared only: the first step is made before fields are set. */
  declare protected progress: number | undefined;

  constructor(optimizer: AnyOptimizer, options: CosineAnnealingWarmRestartsOptions) {
    super(optimizer, withDefaults('CosineAnnealingWarmRestarts', { t0: NONE, tMult: 1, etaMin: 0 }, options));
  }

  protected override scheduleName(): string {
    return 'CosineAnnealingWarmRestarts';
  }

  protected override prepare(): void {
    requireWhole('CosineAnnealingWarmRestarts', 't0', this.options.t0, 1);
    requireWhole('CosineAnnealingWarmRestarts', 'tMult', this.options.tMult, 1);
  }

  override step(epoch: number = (this.progress ?? -1) + 1): void {
    if (!(typeof epoch === 'number' && epoch >= 0))
      wrong(RangeError, 'CosineAnnealingWarmRestarts', 'a step', '0 or more', epoch);
    this.progress = epoch;
    this.lastEpoch = Math.floor(epoch);
    this.apply(this.next());
  }

  override stateDict(): SchedulerStateDict {
    return { ...super.stateDict(), progress: this.progress };
  }

  protected override stateFields(): Fields {
    return { ...super.stateFields(), progress: 'number' };
  }

  override loadStateDict(state: SchedulerStateDict): void {
    super.loadStateDict(state);
    this.progress = state.progress as number;
  }

  protected override next(): number[] {
    const { t0, tMult, etaMin } = this.options;
    let length = t0;
    let passed = this.progress ?? 0;
    if (tMult === 1) passed %= t0;
    else {
      while (passed >= length) {
        passed -= length;
        length *= tMult;
      }
    }
    return this.fromBase((base) => etaMin + ((base - etaMin) * (1 + Math.cos((Math.PI * passed) / length))) / 2);
  }
}

import { wrong } from '@internal/arguments';
import type { AnyOptimizer } from '../optimizer.js';
import { checkNumber, NONE, withDefaults } from '../options.js';
import { LRScheduler } from './scheduler.js';

/** What {@link CosineAnnealingLR} may be told. */
export interface CosineAnnealingLROptions {
  /** How many steps it takes from the first value to `etaMin`, above 0. */
  tMax: number;
  /** The lowest learning rate; default 0. */
  etaMin?: number;
}

/**
 * Lets the learning rate swing between its first value and `etaMin` as a cosine: Loshchilov and Hutter (2017),
 * without restarts; `torch.optim.lr_scheduler.CosineAnnealingLR`.
 *
 * @throws `RangeError` when `tMax` is not above 0.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { CosineAnnealingLR } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedule = new CosineAnnealingLR(optimizer, { tMax: 2 });
 * const rates = [0, 1, 2, 3].map(() => {
 *   const { lr } = optimizer.paramGroups[0]!;
 *   optimizer.step();
 *   schedule.step();
 *   return lr;
 * });
 * console.log(rates.map((lr) => lr.toFixed(2)).join()); // => 1.00,0.50,0.00,0.50
 * ```
 */
export class CosineAnnealingLR extends LRScheduler<Required<CosineAnnealingLROptions>> {
  constructor(optimizer: AnyOptimizer, options: CosineAnnealingLROptions) {
    super(optimizer, withDefaults('CosineAnnealingLR', { tMax: NONE, etaMin: 0 }, options));
  }

  protected override scheduleName(): string {
    return 'CosineAnnealingLR';
  }

  protected override prepare(): void {
    const { tMax } = this.options;
    checkNumber('CosineAnnealingLR', 'tMax', tMax);
    if (!(tMax > 0)) wrong(RangeError, 'CosineAnnealingLR', 'tMax', 'above 0', tMax);
  }

  protected override next(): number[] {
    const { tMax, etaMin } = this.options;
    const t = this.lastEpoch;
    if (t === 0) return this.each((lr) => lr);
    if ((t - 1 - tMax) % (2 * tMax) === 0) {
      return this.each((lr, i) => lr + ((this.baseLrs[i]! - etaMin) * (1 - Math.cos(Math.PI / tMax))) / 2);
    }
    const factor = (1 + Math.cos((Math.PI * t) / tMax)) / (1 + Math.cos((Math.PI * (t - 1)) / tMax));
    return this.each((lr) => factor * (lr - etaMin) + etaMin);
  }

  protected override closedForm(): number[] {
    const { tMax, etaMin } = this.options;
    const height = 1 + Math.cos((Math.PI * this.lastEpoch) / tMax);
    return this.fromBase((base) => etaMin + ((base - etaMin) * height) / 2);
  }
}

import { wrong } from '@internal/arguments';
import type { Fields } from '../fields.js';
import type { AnyOptimizer } from '../optimizer.js';
import { checkNames } from '../options.js';
import {
  checkMilestones,
  type LRScheduler,
  Schedule,
  type SchedulerStateDict,
  type ScheduleState,
} from './scheduler.js';

/** What {@link SequentialLR} may be told. */
export interface SequentialLROptions {
  /** The schedules, of one optimizer. */
  schedulers: readonly LRScheduler[];
  /** After how many steps each but the first takes over, in ascending order. */
  milestones: readonly number[];
}

/**
 * One schedule after the other, each from its own beginning; `torch.optim.lr_scheduler.SequentialLR`.
 *
 * @throws `RangeError` when there is not one milestone less than schedules, or a schedule is of another optimizer.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { ConstantLR, ExponentialLR, SequentialLR } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedulers = [
 *   new ConstantLR(optimizer, { factor: 0.125, totalIters: 2 }),
 *   new ExponentialLR(optimizer, { gamma: 0.5 }),
 * ];
 * const schedule = new SequentialLR(optimizer, { schedulers, milestones: [2] });
 * const rates = [0, 1, 2, 3].map(() => {
 *   const [lr] = schedule.getLastLr();
 *   schedule.step();
 *   return lr;
 * });
 * console.log(rates); // => [ 0.125, 0.125, 1, 0.5 ]
 * ```
 */
export class SequentialLR extends Schedule {
  readonly #schedulers: readonly LRScheduler[];
  readonly #milestones: readonly number[];

  constructor(optimizer: AnyOptimizer, options: SequentialLROptions) {
    super(optimizer);
    checkNames('SequentialLR', options, ['schedulers', 'milestones']);
    const { schedulers, milestones } = options ?? {};
    if (!Array.isArray(schedulers)) wrong(TypeError, 'SequentialLR', 'schedulers', 'an array of schedules', schedulers);
    checkMilestones('SequentialLR', milestones);
    const first = schedulers[0];
    if (first === undefined) throw new RangeError('SequentialLR: the list of schedules is empty');
    if (milestones.length !== schedulers.length - 1) {
      throw new RangeError(
        `SequentialLR: ${schedulers.length} schedules need ${schedulers.length - 1} milestones, not ${milestones.length}`,
      );
    }
    schedulers.forEach((scheduler, i) => {
      if (scheduler?.optimizer !== optimizer)
        throw new RangeError(`SequentialLR: schedule ${i} is of another optimizer`);
    });
    if (milestones.some((milestone, i) => i > 0 && milestone <= milestones[i - 1]!)) {
      throw new RangeError(`SequentialLR: the milestones must ascend: ${milestones.join(', ')}`);
    }
    this.#schedulers = schedulers;
    this.#milestones = milestones;
    for (const group of optimizer.paramGroups) group.lr = group.initialLr!;
    first.step(0);
    this.keepRates();
  }

  protected override scheduleName(): string {
    return 'SequentialLR';
  }

  /** Goes one step on. */
  step(): void {
    this.lastEpoch++;
    const at = this.#milestones.filter((milestone) => milestone <= this.lastEpoch).length;
    this.#schedulers[at]!.step(this.#milestones.includes(this.lastEpoch) ? 0 : undefined);
    this.keepRates();
  }

  /** Where the schedules stand. Save the optimizer's state too: it has the learning rates. */
  override stateDict(): ScheduleState & { schedulers: SchedulerStateDict[] } {
    return { ...super.stateDict(), schedulers: this.#schedulers.map((scheduler) => scheduler.stateDict()) };
  }

  /**
   * Goes on from where a state dict was taken.
   *
   * @throws `RangeError` when it is of another number of schedules.
   */
  override loadStateDict(state: ReturnType<SequentialLR['stateDict']>): void {
    super.loadStateDict(state);
    this.#schedulers.forEach((scheduler, i) => {
      scheduler.loadStateDict(state.schedulers[i]!);
    });
  }

  protected override stateFields(): Fields {
    return { ...super.stateFields(), schedulers: 'any' };
  }

  /** @internal */
  override checkState(state: ReturnType<SequentialLR['stateDict']>): void {
    super.checkState(state);
    const { schedulers } = state;
    if (!Array.isArray(schedulers) || schedulers.length !== this.#schedulers.length) {
      const wanted = `an array of ${this.#schedulers.length} state dicts`;
      wrong(RangeError, 'SequentialLR.loadStateDict', 'schedulers', wanted, schedulers);
    }
    this.#schedulers.forEach((scheduler, i) => {
      scheduler.checkState(schedulers[i]!);
    });
  }
}

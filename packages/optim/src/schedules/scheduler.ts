import type { AnyOptimizer } from '../optimizer.js';

/** Where a schedule stands: plain data that survives `JSON.stringify`. */
export interface SchedulerStateDict {
  /** How many steps were made. */
  lastEpoch: number;
  /** The learning rates of the groups before any schedule. */
  baseLrs: number[];
  /** The learning rates of the groups that the last step set. */
  lastLr: number[];
  [field: string]: unknown;
}

/** What all schedules know: how many steps were made, and the rates that they set. */
export abstract class Schedule {
  readonly optimizer: AnyOptimizer;
  /** How many steps were made. */
  lastEpoch = 0;
  #lastLr: readonly number[] = [];

  constructor(optimizer: AnyOptimizer) {
    this.optimizer = optimizer;
  }

  /** Remembers the learning rates that the groups have now. */
  protected keepRates(): void {
    this.#lastLr = this.optimizer.paramGroups.map(({ lr }) => lr);
  }

  /** The learning rates of the groups that the last step set. */
  getLastLr(): number[] {
    return [...this.#lastLr];
  }

  /** Where the schedule stands. Save the optimizer's state too: it has the learning rates. */
  stateDict(): Pick<SchedulerStateDict, 'lastEpoch' | 'lastLr'> {
    return { lastEpoch: this.lastEpoch, lastLr: this.getLastLr() };
  }

  /** Goes on from where a state dict was taken, which a schedule with the same options made. */
  loadStateDict(state: Pick<SchedulerStateDict, 'lastEpoch' | 'lastLr'>): void {
    this.lastEpoch = state.lastEpoch;
    this.#lastLr = [...state.lastLr];
  }
}

/**
 * The base of the schedules that only count their steps; `torch.optim.lr_scheduler.LRScheduler`.
 *
 * A schedule sets the learning rate of each group when it is made and at each `step()`. Most multiply the rate
 * there is,
 * so that several schedules of one optimizer combine.
 */
export abstract class LRScheduler<Options extends object = object> extends Schedule {
  protected readonly options: Options;
  /** The learning rates of the groups before any schedule. */
  protected baseLrs: number[];

  constructor(optimizer: AnyOptimizer, options: Options) {
    super(optimizer);
    this.lastEpoch = -1;
    this.options = options;
    this.prepare();
    for (const group of optimizer.paramGroups) group.initialLr ??= group.lr;
    this.baseLrs = optimizer.paramGroups.map((group) => group.initialLr!);
    this.step();
  }

  /** Checks the options, before anything is changed. */
  protected prepare(): void {}

  /** The learning rate of each group after `lastEpoch` steps, from those that they have. */
  protected abstract next(): number[];

  /** The learning rate of each group after `lastEpoch` steps, from those that they had at first. */
  protected closedForm(): number[] {
    return this.next();
  }

  /**
   * Goes one step on.
   *
   * @param epoch - goes to this many steps instead, from wherever the schedule stands.
   */
  step(epoch?: number): void {
    this.lastEpoch = epoch ?? this.lastEpoch + 1;
    this.apply(epoch === undefined ? this.next() : this.closedForm());
  }

  override stateDict(): SchedulerStateDict {
    return { ...super.stateDict(), baseLrs: [...this.baseLrs] };
  }

  override loadStateDict(state: SchedulerStateDict): void {
    super.loadStateDict(state);
    this.baseLrs = [...state.baseLrs];
  }

  /** Sets the learning rates. */
  protected apply(lrs: readonly number[]): void {
    this.optimizer.paramGroups.forEach((group, i) => {
      group.lr = lrs[i]!;
    });
    this.keepRates();
  }

  /** The learning rates that the groups have, each changed. */
  protected each(change: (lr: number, group: number) => number): number[] {
    return this.optimizer.paramGroups.map(({ lr }, i) => change(lr, i));
  }

  /** The learning rates of the groups before any schedule, each changed. */
  protected fromBase(change: (base: number, group: number) => number): number[] {
    return this.baseLrs.map(change);
  }
}

/** The base of the schedules that multiply the rates of all groups by one factor. */
export abstract class FactorLR<Options extends object> extends LRScheduler<Options> {
  /** By what the last step multiplies the rates there are. */
  protected abstract factor(): number;

  /** By what all steps together multiply the rates that the groups had at first. */
  protected abstract product(): number;

  protected override next(): number[] {
    const factor = this.factor();
    return this.each((lr) => lr * factor);
  }

  protected override closedForm(): number[] {
    const product = this.product();
    return this.fromBase((base) => base * product);
  }
}

/** One value a group, of one for all or a list. */
export function perGroup<T>(name: string, value: T | readonly T[], optimizer: AnyOptimizer): readonly T[] {
  const count = optimizer.paramGroups.length;
  if (!Array.isArray(value)) return new Array<T>(count).fill(value as T);
  if (value.length !== count) throw new RangeError(`${name}: ${value.length} values for ${count} parameter groups`);
  return value as readonly T[];
}

/** Throws where an option is no whole number from `least`. */
export function checkWhole(name: string, what: string, value: number, least = 1): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${name}: ${what} must be a whole number from ${least}, not ${value}`);
  }
}

/** Throws where a factor is not above 0 and at most 1. */
export function checkFactor(name: string, what: string, value: number): void {
  if (!(value > 0 && value <= 1)) throw new RangeError(`${name}: ${what} must be above 0 and at most 1, not ${value}`);
}

import { wrong } from '@internal/arguments';
import { requireWhole } from '@kindling/tensor-core/internal';
import { checkFields, type Fields } from '../fields.js';
import type { AnyOptimizer } from '../optimizer.js';
import { checkNumber } from '../options.js';
import { isRecord } from '../state-dict.js';

/** Where a schedule stands: plain data that survives `JSON.stringify`. */
export interface SchedulerStateDict {
  /** The class of the schedule. */
  schedule: string;
  /** How many steps were made. */
  lastEpoch: number;
  /** The learning rates of the groups before any schedule. */
  baseLrs: number[];
  /** The learning rates of the groups that the last step set. */
  lastLr: number[];
  [field: string]: unknown;
}

/** What the state dicts of all schedules hold. */
export type ScheduleState = Pick<SchedulerStateDict, 'schedule' | 'lastEpoch' | 'lastLr'>;

/** What all schedules know: how many steps were made, and the rates that they set. */
export abstract class Schedule {
  readonly optimizer: AnyOptimizer;
  /** How many steps were made. */
  lastEpoch = 0;
  #lastLr: readonly number[] = [];

  constructor(optimizer: AnyOptimizer) {
    checkGroups(this.scheduleName(), optimizer);
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

  /** How messages and state dicts call it. */
  protected scheduleName(): string {
    return this.constructor.name || 'Schedule';
  }

  /** Where the schedule stands. Save the optimizer's state too: it has the learning rates. */
  stateDict(): ScheduleState {
    return { schedule: this.scheduleName(), lastEpoch: this.lastEpoch, lastLr: this.getLastLr() };
  }

  /** @internal Throws where a state dict is not one of this schedule. */
  checkState(state: object): void {
    const name = this.scheduleName();
    const where = `${name}.loadStateDict`;
    const { schedule, ...rest }: { schedule?: unknown } = isRecord(state)
      ? state
      : wrong(TypeError, where, 'the state dict', 'an object', state);
    if (schedule !== name) wrong(RangeError, where, 'the state dict', `one of ${name}`, schedule);
    checkFields(where, name, rest, this.stateFields(), this.optimizer.paramGroups.length);
  }

  /** What a state dict holds besides the name of the schedule. */
  protected stateFields(): Fields {
    return { lastEpoch: 'count', lastLr: 'rates' };
  }

  /**
   * Goes on from where a state dict was taken, which a schedule of the same class with the same options made.
   *
   * @throws `TypeError` or `RangeError` for a state dict of another schedule; nothing is changed then.
   */
  loadStateDict(state: ScheduleState): void {
    this.checkState(state);
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
    if (epoch !== undefined) requireWhole(`${this.scheduleName()}.step`, 'the epoch', epoch, 0);
    this.lastEpoch = epoch ?? this.lastEpoch + 1;
    this.apply(epoch === undefined ? this.next() : this.closedForm());
  }

  override stateDict(): SchedulerStateDict {
    return { ...super.stateDict(), baseLrs: [...this.baseLrs] };
  }

  protected override stateFields(): Fields {
    return { ...super.stateFields(), baseLrs: 'rates' };
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

/** Throws unless something is an optimizer. */
export function checkGroups(name: string, optimizer: AnyOptimizer): void {
  if (!Array.isArray(optimizer?.paramGroups))
    wrong(TypeError, name, 'what it sets the rate of', 'an optimizer', optimizer);
}

/** One value a group, of one for all or a list. */
export function perGroup<T>(name: string, value: T | readonly T[], optimizer: AnyOptimizer): readonly T[] {
  checkGroups(name, optimizer);
  const count = optimizer.paramGroups.length;
  if (!Array.isArray(value)) return new Array<T>(count).fill(value as T);
  if (value.length !== count) throw new RangeError(`${name}: ${value.length} values for ${count} parameter groups`);
  return value as readonly T[];
}

/** One number a group, of one for all or a list. */
export function numbersPerGroup(
  name: string,
  what: string,
  value: number | readonly number[],
  optimizer: AnyOptimizer,
): readonly number[] {
  const numbers = perGroup(`${name}: ${what}`, value, optimizer);
  for (const number of numbers) checkNumber(name, what, number);
  return numbers;
}

/** Throws where milestones are not an array of whole numbers. */
export function checkMilestones(name: string, milestones: readonly number[]): void {
  if (!Array.isArray(milestones)) wrong(TypeError, name, 'milestones', 'an array of whole numbers', milestones);
  for (const milestone of milestones) requireWhole(name, 'each milestone', milestone);
}

/** Throws where a factor is not above 0 and at most 1. */
export function checkFactor(name: string, what: string, value: number): void {
  if (!(value > 0 && value <= 1)) wrong(RangeError, name, what, 'above 0 and at most 1', value);
}

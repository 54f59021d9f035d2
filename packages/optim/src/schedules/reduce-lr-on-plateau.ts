import { checkChoice, wrong } from '@internal/arguments';
import { Tensor } from '@kindling/tensor-core';
import type { Fields } from '../fields.js';
import type { AnyOptimizer } from '../optimizer.js';
import { NONE, withDefaults } from '../options.js';
import { numbersPerGroup, Schedule } from './scheduler.js';

/** What {@link ReduceLROnPlateau} may be told. */
export interface ReduceLROnPlateauOptions {
  /** Whether a metric is better when it is smaller (default) or larger. */
  mode?: 'min' | 'max';
  /** The factor of the learning rate, below 1; default 0.1. */
  factor?: number;
  /** How many steps without improvement are borne; default 10. */
  patience?: number;
  /** By how much a metric must be better to count; default 1e-4. */
  threshold?: number;
  /** Whether the threshold is a part of the best metric (default) or an amount. */
  thresholdMode?: 'rel' | 'abs';
  /** How many steps after a change nothing is counted; default 0. */
  cooldown?: number;
  /** The lowest learning rate; one for all parameter groups, or one each; default 0. */
  minLr?: number | readonly number[];
  /** The smallest change of the learning rate that is made; default 1e-8. */
  eps?: number;
}

const defaults: Required<ReduceLROnPlateauOptions> = {
  mode: 'min',
  factor: 0.1,
  patience: 10,
  threshold: 1e-4,
  thresholdMode: 'rel',
  cooldown: 0,
  minLr: NONE,
  eps: 1e-8,
};

/** Where a {@link ReduceLROnPlateau} stands: plain data that survives `JSON.stringify`. */
export interface ReduceLROnPlateauState {
  schedule: string;
  lastEpoch: number;
  /** The best metric so far; `null` before the first. */
  best: number | null;
  numBadEpochs: number;
  cooldownCounter: number;
  lastLr: number[];
}

/**
 * Lowers the learning rate when a metric has not improved for some steps;
 * `torch.optim.lr_scheduler.ReduceLROnPlateau`.
 *
 * @throws `RangeError` for an option out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { ReduceLROnPlateau } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedule = new ReduceLROnPlateau(optimizer, { factor: 0.5, patience: 1 });
 * for (const loss of [3, 2, 2, 2]) schedule.step(loss);
 * console.log(optimizer.paramGroups[0]!.lr); // => 0.5
 * ```
 */
export class ReduceLROnPlateau extends Schedule {
  /** The best metric so far. */
  best: number;
  /** How many steps in a row were not better. */
  numBadEpochs = 0;
  readonly #options: Required<Omit<ReduceLROnPlateauOptions, 'minLr'>>;
  readonly #minLrs: readonly number[];
  /** By which a metric is multiplied to fall as it improves. */
  readonly #sign: 1 | -1;
  #cooldownCounter = 0;

  constructor(optimizer: AnyOptimizer, options: ReduceLROnPlateauOptions = {}) {
    super(optimizer);
    const { minLr = 0, ...rest } = withDefaults<ReduceLROnPlateauOptions>('ReduceLROnPlateau', defaults, options);
    this.#options = rest;
    const { mode, factor, thresholdMode } = this.#options;
    if (!(factor < 1)) wrong(RangeError, 'ReduceLROnPlateau', 'the factor', 'below 1', factor);
    checkChoice(RangeError, 'ReduceLROnPlateau', 'the mode', mode, ['min', 'max']);
    checkChoice(RangeError, 'ReduceLROnPlateau', 'the thresholdMode', thresholdMode, ['rel', 'abs']);
    this.#minLrs = numbersPerGroup('ReduceLROnPlateau', 'minLr', minLr, optimizer);
    this.#sign = mode === 'min' ? 1 : -1;
    this.best = this.#worst();
    this.keepRates();
  }

  protected override scheduleName(): string {
    return 'ReduceLROnPlateau';
  }

  /**
   * Counts an epoch, and lowers the rates when too many went by without a better metric.
   *
   * @param metric - what should improve: a number, or a tensor of one element.
   */
  step(metric: number | Tensor): void {
    const { patience, cooldown } = this.#options;
    const current = metric instanceof Tensor ? metric.item() : metric;
    if (typeof current !== 'number') wrong(TypeError, 'ReduceLROnPlateau.step', 'the metric', 'a number', metric);
    this.lastEpoch++;
    if (this.#isBetter(current)) {
      this.best = current;
      this.numBadEpochs = 0;
    } else {
      this.numBadEpochs++;
    }
    if (this.#cooldownCounter > 0) {
      this.#cooldownCounter--;
      this.numBadEpochs = 0;
    }
    if (this.numBadEpochs > patience) {
      this.#reduce();
      this.#cooldownCounter = cooldown;
      this.numBadEpochs = 0;
    }
    this.keepRates();
  }

  /** Where the schedule stands. Save the optimizer's state too: it has the learning rates. */
  override stateDict(): ReduceLROnPlateauState {
    return {
      ...super.stateDict(),
      // JSON has no infinity.
      best: Number.isFinite(this.best) ? this.best : null,
      numBadEpochs: this.numBadEpochs,
      cooldownCounter: this.#cooldownCounter,
    };
  }

  protected override stateFields(): Fields {
    return { ...super.stateFields(), best: 'number?', numBadEpochs: 'count', cooldownCounter: 'count' };
  }

  /** Goes on from where a state dict was taken, which a schedule with the same options made. */
  override loadStateDict(state: ReduceLROnPlateauState): void {
    super.loadStateDict(state);
    this.best = state.best ?? this.#worst();
    this.numBadEpochs = state.numBadEpochs;
    this.#cooldownCounter = state.cooldownCounter;
  }

  #worst(): number {
    return this.#sign * Number.POSITIVE_INFINITY;
  }

  #isBetter(current: number): boolean {
    const { threshold, thresholdMode } = this.#options;
    const margin = this.#sign * threshold;
    const bound = thresholdMode === 'rel' ? this.best * (1 - margin) : this.best - margin;
    return this.#sign * current < this.#sign * bound;
  }

  #reduce(): void {
    const { factor, eps } = this.#options;
    this.optimizer.paramGroups.forEach((group, i) => {
      const lowered = Math.max(group.lr * factor, this.#minLrs[i]!);
      if (group.lr - lowered > eps) group.lr = lowered;
    });
  }
}
